-- More clocks of a ticket, which policy is for which ticket, what teams owe each other, and why a target was missed.

ALTER TABLE policy ADD COLUMN position BIGINT NOT NULL DEFAULT 0;
ALTER TABLE policy ADD COLUMN conditions TEXT NOT NULL DEFAULT '{}';
ALTER TABLE queue ADD COLUMN handover_minutes BIGINT NOT NULL DEFAULT 0;

ALTER TABLE ticket ADD COLUMN next_reply_due_at BIGINT;
ALTER TABLE ticket ADD COLUMN update_due_at BIGINT;
ALTER TABLE ticket ADD COLUMN handover_due_at BIGINT;
ALTER TABLE ticket ADD COLUMN unexplained_breaches BIGINT NOT NULL DEFAULT 0;
-- The soonest of all the times by which something of the ticket is due.
ALTER TABLE ticket ADD COLUMN next_due_at BIGINT;
UPDATE ticket SET next_due_at = first_reply_due_at WHERE first_reply_due_at IS NOT NULL;
UPDATE ticket SET next_due_at = solution_due_at
WHERE solution_due_at IS NOT NULL AND (next_due_at IS NULL OR next_due_at > solution_due_at);
UPDATE ticket SET next_due_at = due_at WHERE due_at IS NOT NULL AND (next_due_at IS NULL OR next_due_at > due_at);
CREATE INDEX ticket_next_due ON ticket (tenant_id, status, next_due_at, id) WHERE next_due_at IS NOT NULL;
CREATE INDEX ticket_next_due_queue ON ticket (tenant_id, queue_id, status, next_due_at, id)
    WHERE next_due_at IS NOT NULL;
CREATE INDEX ticket_next_due_agent ON ticket (tenant_id, agent_id, status, next_due_at, id)
    WHERE next_due_at IS NOT NULL;

-- A missed target. clock: domain/clock_kind.h; due_at: when it was due; reason: domain/breach.h, 0 while nobody has given one.
CREATE TABLE breach (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    clock SMALLINT NOT NULL,
    due_at BIGINT NOT NULL,
    reason SMALLINT NOT NULL,
    remark TEXT NOT NULL,
    agent_id BIGINT NOT NULL,
    explained_at BIGINT,
    PRIMARY KEY (tenant_id, ticket_id, clock, due_at),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
) {without_rowid};

-- Deadlines that must be computed anew, because a policy, a calendar or a queue has changed: how far the walk over the open
-- tickets is. One row a tenant, while there is something to do.
CREATE TABLE renewal (
    tenant_id BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    after_ticket TEXT NOT NULL,
    looked_at BIGINT NOT NULL,
    moved BIGINT NOT NULL,
    PRIMARY KEY (tenant_id)
) {without_rowid};
