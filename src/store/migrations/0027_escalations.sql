-- Escalations: who is told of a ticket in trouble, one after the other, until somebody looks after it.

-- document: domain/escalation.h, chain_document().
CREATE TABLE escalation_chain (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- cause, start, state: domain/escalation.h. next_at: when the next step, the end of patience with a silent owner or the
-- taking back is due.
CREATE TABLE escalation (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    cause SMALLINT NOT NULL,
    start SMALLINT NOT NULL,
    state SMALLINT NOT NULL,
    chain_id BIGINT NOT NULL,
    queue_id BIGINT NOT NULL,
    owner_id BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    silent_since BIGINT,
    next_step BIGINT NOT NULL,
    next_at BIGINT,
    acknowledged_by_id BIGINT NOT NULL,
    acknowledged_at BIGINT,
    ended_at BIGINT,
    why_ended TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
);
-- One of a kind a ticket. State 3 has ended.
CREATE UNIQUE INDEX escalation_open ON escalation (tenant_id, ticket_id, cause) WHERE state <> 3;
CREATE INDEX escalation_by_ticket ON escalation (tenant_id, ticket_id, id);
CREATE INDEX escalation_due ON escalation (tenant_id, next_at, id) WHERE next_at IS NOT NULL;
-- What the page lists: running and acknowledged, the newest first.
CREATE INDEX escalation_shown ON escalation (tenant_id, state, started_at, id) WHERE state <> 3;

-- Who was told, in order. is_open: still to be seen by this person.
CREATE TABLE escalation_told (
    tenant_id BIGINT NOT NULL,
    escalation_id BIGINT NOT NULL,
    nth BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    step_to SMALLINT NOT NULL,
    is_admins SMALLINT NOT NULL,
    by_mail SMALLINT NOT NULL,
    is_open SMALLINT NOT NULL,
    passed_over TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, escalation_id, nth),
    FOREIGN KEY (tenant_id, escalation_id) REFERENCES escalation (tenant_id, id)
) {without_rowid};
CREATE INDEX escalation_told_open ON escalation_told (tenant_id, agent_id, escalation_id, nth) WHERE is_open = 1;

-- The watch page: what of the pool is due first, and who is silent (state running, cause silence).
CREATE INDEX pool_by_due ON pool_ticket (tenant_id, due_at, ticket_id);
CREATE INDEX escalation_silent ON escalation (tenant_id, started_at, id) WHERE state = 1 AND cause = 4;

-- Many calls of one person at once go in one mail: when the last such mail was written, by address; and what waits for it.
CREATE TABLE gathered_mail (
    tenant_id BIGINT NOT NULL,
    to_hash BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, to_hash)
) {without_rowid};
CREATE INDEX notice_waiting_by_address ON notice (tenant_id, to_hash, kind, id) WHERE state = 0;
