-- Calendars of others that are read by themselves: the holidays of a calendar, or the absences of a person.
-- kind: store/calendar_feeds.h; owner_id: the calendar or the agent. url: sealed, since addresses of private calendars are secrets;
-- host: of it, to show. holidays: [["2026-12-24", "Christmas Eve"]], of the last good reading; absences are rows of absence.
-- next_at: when it is read again.
CREATE TABLE calendar_feed (
    tenant_id BIGINT NOT NULL,
    kind SMALLINT NOT NULL,
    owner_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    url {blob} NOT NULL,
    host TEXT NOT NULL,
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    name TEXT NOT NULL,
    holidays TEXT NOT NULL,
    found BIGINT NOT NULL,
    left_out BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    failure TEXT NOT NULL,
    checked_at BIGINT NOT NULL,
    read_at BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, kind, owner_id)
);
CREATE INDEX calendar_feed_by_next ON calendar_feed (tenant_id, next_at);
