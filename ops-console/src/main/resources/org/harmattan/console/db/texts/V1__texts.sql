-- Free text and names. They are on no topic for longer than 90 days and in no ledger: this is where they live.
-- Never drop this schema; back it up.

create table topic_offset (
    topic       text   not null,
    partition   int    not null,
    topic_id    text   not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

-- A report as its sender sent it, one row a revision. "detail" is what its kind adds.
create table report (
    report_id        text        not null,
    revision         bigint      not null,
    kind             text        not null,
    action           text        not null,
    status           text        not null,
    tlp              text        not null,
    source           text        not null,
    source_report_id text,
    reliability      text        not null,
    credibility      int         not null,
    occurred_at      timestamptz,
    occurred_until   timestamptz,
    precision        text        not null,
    received_at      timestamptz not null,
    import_id        text,
    latitude         double precision,
    longitude        double precision,
    place_precision  text,
    place            text,
    region           text,
    country          text,
    detail           jsonb       not null,
    body             text,
    expected_outcome text,
    primary key (report_id, revision)
);

-- What a person said of an alert or whom they named, under the id of the command that carries the deed itself.
create table note (
    command_id text        primary key,
    alert_id   text        not null,
    audience   text        not null,
    kind       text        not null,
    words      text        not null,
    role       text        not null,
    written_at timestamptz not null default now()
);
create index note_by_alert on note (audience, alert_id, written_at);
