-- Late binding: tickets that wait for somebody to be free, and what a queue says about it.

ALTER TABLE queue ADD COLUMN assignment SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE queue ADD COLUMN hands_out_below BIGINT NOT NULL DEFAULT 1;
ALTER TABLE queue ADD COLUMN preferred_skills TEXT NOT NULL DEFAULT '[]';
ALTER TABLE queue ADD COLUMN language_is_required SMALLINT NOT NULL DEFAULT 1;

-- One row for each ticket that is ours to act on, has no owner, is awake and needs no look first. Queue, category, language
-- and priority are the bucket; known_by: the agent who served this customer or firm last, 0 if none.
CREATE TABLE pool_ticket (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    queue_id BIGINT NOT NULL,
    category_id BIGINT NOT NULL,
    language TEXT NOT NULL,
    priority SMALLINT NOT NULL,
    opened_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    known_by_id BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
) {without_rowid};
CREATE INDEX pool_by_bucket ON pool_ticket (tenant_id, queue_id, category_id, language, priority, due_at, ticket_id);
CREATE INDEX pool_by_acquaintance ON pool_ticket (tenant_id, known_by_id, due_at, ticket_id) WHERE known_by_id <> 0;

-- What lies without an owner today. A message that a machine sent or nobody vouches for waits for a look, as before; a
-- ticket without a target is due a week after it came.
INSERT INTO pool_ticket (tenant_id, ticket_id, queue_id, category_id, language, priority, opened_at, due_at, known_by_id)
SELECT tenant_id, id, queue_id, category_id, language, priority, created_at,
       COALESCE(first_reply_due_at, solution_due_at, created_at + 604800000000), 0
FROM ticket
WHERE agent_id = 0 AND status IN (0, 1) AND merged_into_id = 0 AND snoozed_until IS NULL AND NOT EXISTS (
    SELECT 1 FROM article WHERE article.tenant_id = ticket.tenant_id AND article.ticket_id = ticket.id
    AND (article.is_automatic = 1 OR article.is_quarantined = 1));
