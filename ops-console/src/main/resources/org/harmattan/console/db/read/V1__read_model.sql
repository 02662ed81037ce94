-- What the topics say, arranged for reading. May be dropped as a whole: it is made again from the topics at the next start.
-- Every row belongs to exactly one audience. "record" holds a record's bytes as they were on the topic.

create table topic_offset (
    topic       text   not null,
    partition   int    not null,
    topic_id    text   not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

-- Another making of this read model has another id: positions of one mean nothing in another.
create table generation (
    id      uuid        not null default gen_random_uuid(),
    made_at timestamptz not null default now()
);
insert into generation default values;

create table region_score (
    audience          text        not null,
    region            text        not null,
    theatre           text        not null,
    as_of             timestamptz not null,
    seq               bigint      not null,
    ordinal           int         not null,
    escalation_tenths int,
    record            bytea       not null,
    primary key (audience, region)
);

-- The last score of each hour.
create table score_history (
    audience          text        not null,
    region            text        not null,
    hour              timestamptz not null,
    as_of             timestamptz not null,
    seq               bigint      not null,
    ordinal           int         not null,
    escalation_tenths int,
    record            bytea       not null,
    primary key (audience, region, hour)
);
create index score_history_by_time on score_history (audience, as_of);

create table alert (
    audience  text        not null,
    alert_id  text        not null,
    version   int         not null,
    state     text        not null,
    level     text        not null,
    theatre   text        not null,
    region    text        not null,
    country   text        not null,
    raised_at timestamptz not null,
    at        timestamptz not null,
    record    bytea       not null,
    primary key (audience, alert_id)
);
create index alert_by_state on alert (audience, state, at desc);
create index alert_by_region on alert (audience, region, at desc);

create table alert_event (
    audience text        not null,
    alert_id text        not null,
    version  int         not null,
    change   text        not null,
    at       timestamptz not null,
    record   bytea       not null,
    primary key (audience, alert_id, version)
);

create table incident (
    audience    text        not null,
    incident_id text        not null,
    revision    bigint      not null,
    ended       boolean     not null,
    region      text        not null,
    country     text        not null,
    last_day    date        not null,
    at          timestamptz not null,
    record      bytea       not null,
    primary key (audience, incident_id)
);
create index incident_by_region on incident (audience, region, ended, last_day desc);
create index incident_by_day on incident (audience, ended, last_day desc);

create table pulse (
    audience text        not null,
    theatre  text        not null,
    at       timestamptz not null,
    seq      bigint      not null,
    ordinal  int         not null,
    record   bytea       not null,
    primary key (audience, theatre)
);

-- The order in which the live feed told of things, so that it can go on where a reader left. Older entries are dropped.
create table feed_entry (
    position bigint generated always as identity primary key,
    audience text   not null,
    theatre  text   not null,
    seq      bigint not null,
    ordinal  int    not null,
    kind     text   not null,
    key      text   not null,
    version  int    not null
);
create index feed_entry_by_cause on feed_entry (audience, theatre, seq, ordinal);
create index feed_entry_by_audience on feed_entry (audience, position);
