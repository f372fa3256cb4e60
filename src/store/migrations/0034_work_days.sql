-- How work was spread over people, by day: for the lead's figures of fairness, and for nothing that ranks anybody.
-- day: since 1970-01-01, UTC. looks, load: how often somebody was seen at work, and their open tickets in thousandths of
-- their capacity, summed. given, taken, chosen: tickets that routing gave, that they took, that a colleague gave.
-- hard: of these, urgent or high as they came. streak: hard ones in a row until now; longest: on that day.
CREATE TABLE work_day (
    tenant_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    day BIGINT NOT NULL,
    looks BIGINT NOT NULL,
    load BIGINT NOT NULL,
    given BIGINT NOT NULL,
    taken BIGINT NOT NULL,
    chosen BIGINT NOT NULL,
    hard BIGINT NOT NULL,
    streak BIGINT NOT NULL,
    longest BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, agent_id, day)
) {without_rowid};
CREATE INDEX work_day_by_day ON work_day (tenant_id, day);
