-- Who is to be told, what was taken in, what is to be sent, what became of it.

create table subscription (
    id                uuid primary key,
    channel           text        not null check (channel in ('EMAIL', 'WEBHOOK')),
    audience          text        not null check (audience in ('OPEN', 'RESTRICTED')),
    status            text        not null check (status in ('PENDING_CONFIRMATION', 'ACTIVE', 'ENDED')),
    language          text        not null check (language in ('FR', 'EN')),
    minimum_level     text        not null check (minimum_level in ('ADVISORY', 'WATCH', 'WARNING', 'EMERGENCY')),
    -- region and country codes; empty: everything
    scope             text[]      not null,
    -- mail address or URL; erased when the subscription ends
    address           text,
    -- the webhook's signing secret, whsec_…; erased when the subscription ends
    secret            text,
    -- SHA-256, lower-case hex, of the token that its owner holds
    owner_digest      text        not null unique,
    -- stands in every mail's unsubscribe link and allows nothing else
    unsubscribe_token text        not null unique,
    created_at        timestamptz not null,
    confirmed_at      timestamptz,
    ended_at          timestamptz,
    check (status = 'ENDED' or address is not null)
);
create index subscription_to_match on subscription (audience, status);

create table confirmation (
    -- SHA-256, lower-case hex: who reads the database cannot confirm
    token_digest    text primary key,
    subscription_id uuid        not null references subscription (id),
    created_at      timestamptz not null,
    expires_at      timestamptz not null
);
create index confirmation_of_subscription on confirmation (subscription_id);

create table topic_offset (
    topic         text        not null,
    partition     int         not null,
    -- the broker's id of the topic: one that was made anew has another
    topic_id      text        not null,
    next_offset   bigint      not null,
    registered_at timestamptz not null,
    primary key (topic, partition)
);

create table inbox (
    alert_id    text        not null,
    version     int         not null,
    audience    text        not null check (audience in ('OPEN', 'RESTRICTED')),
    topic       text        not null,
    -- the record's value as it came, in Confluent's wire format
    value       bytea       not null,
    at          timestamptz not null,
    in_force    boolean     not null,
    -- MATCHED, HELD, RELEASED or NOT_SENT
    decision    text        not null check (decision in ('MATCHED', 'HELD', 'RELEASED', 'NOT_SENT')),
    taken_at    timestamptz not null,
    released_at timestamptz,
    -- for ever: an event is taken in once
    primary key (alert_id, version, audience)
);
create index inbox_held on inbox (alert_id) where decision = 'HELD' and in_force;

-- the group of messages that a reader experiences as one subject
create table message_group (
    subscription_id uuid        not null references subscription (id),
    theatre         text        not null,
    rule_id         text        not null,
    -- the next message that may wait leaves no earlier
    not_before      timestamptz not null,
    primary key (subscription_id, theatre, rule_id)
);

create table delivery (
    -- also the webhook-id and part of the Message-ID
    id              uuid primary key,
    subscription_id uuid        not null references subscription (id),
    theatre         text        not null,
    rule_id         text        not null,
    state           text        not null
        check (state in ('WAITING', 'SENDING', 'RETRYING', 'DELIVERED', 'DEAD', 'SUPERSEDED', 'CANCELLED')),
    attempts        int         not null default 0,
    due_at          timestamptz not null,
    created_at      timestamptz not null,
    finished_at     timestamptz
);
-- at most one message of a group gathers events
create unique index delivery_gathering on delivery (subscription_id, theatre, rule_id) where state = 'WAITING';
create index delivery_of_subscription on delivery (subscription_id, state);
create index delivery_by_age on delivery (created_at desc);

create table delivery_alert (
    delivery_id uuid    not null references delivery (id),
    alert_id    text    not null,
    version     int     not null,
    -- a newer version is told by another delivery
    superseded  boolean not null default false,
    -- sent late, by a person's word
    released    boolean not null default false,
    primary key (delivery_id, alert_id)
);
create index delivery_alert_by_alert on delivery_alert (alert_id);

-- the audit trail: attempts, and what was never attempted; published to the deliveries topic in this order
create table outcome (
    number          bigint generated always as identity primary key,
    delivery_id     uuid        not null,
    alert_id        text        not null,
    alert_version   int         not null,
    audience        text        not null,
    subscription_id uuid        not null,
    channel         text        not null,
    attempt         int         not null,
    state           text        not null,
    status          int,
    reason          text        not null,
    at              timestamptz not null,
    next_attempt_at timestamptz,
    published       boolean     not null default false
);
create index outcome_to_publish on outcome (number) where not published;
create index outcome_of_delivery on outcome (delivery_id);

-- db-scheduler 16.7, its table for PostgreSQL
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
