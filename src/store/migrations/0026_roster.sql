-- When people work.

-- hours, week: minutes of the local day, [[480, 720], [750, 990]]; a night may end above 1440.
CREATE TABLE shift (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    hours TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX shift_by_name ON shift (tenant_id, name);

-- The weekly pattern; who has no row works whenever they say that they are available.
CREATE TABLE agent_hours (
    tenant_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    time_zone TEXT NOT NULL,
    week TEXT NOT NULL,
    PRIMARY KEY (tenant_id, agent_id),
    FOREIGN KEY (tenant_id, agent_id) REFERENCES agent (tenant_id, id)
);

-- day: since 1970-01-01, of the person's own clock. shift_id 0: free on that date.
CREATE TABLE roster_day (
    tenant_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    day BIGINT NOT NULL,
    shift_id BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, agent_id, day),
    FOREIGN KEY (tenant_id, agent_id) REFERENCES agent (tenant_id, id)
) {without_rowid};
CREATE INDEX roster_day_by_day ON roster_day (tenant_id, day);
CREATE INDEX roster_day_by_shift ON roster_day (tenant_id, shift_id);

-- from_local, until_local: minutes since 1970-01-01 00:00 of the person's own clock, half open. source: the feed or file that
-- it came from, '' by hand.
CREATE TABLE absence (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    kind SMALLINT NOT NULL,
    from_local BIGINT NOT NULL,
    until_local BIGINT NOT NULL,
    note TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, agent_id) REFERENCES agent (tenant_id, id)
);
CREATE INDEX absence_by_end ON absence (tenant_id, until_local);
CREATE INDEX absence_by_agent ON absence (tenant_id, agent_id, until_local);

-- What somebody says of themselves beside agent.is_available; no row: nothing.
CREATE TABLE availability (
    tenant_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    flips_at BIGINT,
    restriction SMALLINT NOT NULL,
    restricted_until BIGINT,
    PRIMARY KEY (tenant_id, agent_id),
    FOREIGN KEY (tenant_id, agent_id) REFERENCES agent (tenant_id, id)
);
