-- The order of the live stream. An event's place is given after its commit, since ids are not in the order of commits:
-- 0 = committed, not placed yet; -1 = written before there were places, never streamed again.
ALTER TABLE event ADD COLUMN position BIGINT NOT NULL DEFAULT -1;
CREATE INDEX event_unplaced ON event (tenant_id, id) WHERE position = 0;
CREATE INDEX event_by_position ON event (tenant_id, position) WHERE position > 0;

-- The last place that was given. Its row is the lock under which places are given.
CREATE TABLE stream_head (
    tenant_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (tenant_id)
);
-- Places go on from the ids, which listeners have counted by so far.
INSERT INTO stream_head (tenant_id, position) SELECT tenant_id, max(id) FROM event GROUP BY tenant_id;
