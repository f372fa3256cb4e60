-- Tickets that ask a person for labels, what people decided of them, and who decided each prediction.

-- place: what a decision is worth, in thousandths below the most there can be; skipped ones behind all. kind:
-- domain/label_request.h. fields: JSON list of what is still to be decided. not_agent_id: whose decision is looked at
-- again, so somebody else's turn it is. claim: counts up with each claim, so that a late decision is told from a fresh one.
CREATE TABLE label_request (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    place BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    kind SMALLINT NOT NULL,
    not_agent_id BIGINT NOT NULL,
    claim BIGINT NOT NULL,
    claimed_agent_id BIGINT NOT NULL,
    claimed_at BIGINT NOT NULL,
    claimed_until BIGINT NOT NULL,
    claimed_by TEXT NOT NULL,
    fields TEXT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
);
CREATE INDEX label_request_order ON label_request (tenant_id, place, asked_at, ticket_id);
CREATE INDEX label_request_claimed ON label_request (tenant_id, claimed_by) WHERE claimed_until > 0;
CREATE INDEX label_request_second ON label_request (tenant_id, ticket_id) WHERE kind = 3;

-- Each decision made on the page for labels, append-only but for is_taken_back. took_ms: from the claim, or from the
-- decision before. first_value, first_by_id: of a second look, what the other person had chosen.
CREATE TABLE label_decision (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    took_ms BIGINT NOT NULL,
    kind SMALLINT NOT NULL,
    is_taken_back SMALLINT NOT NULL,
    first_by_id BIGINT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    first_value TEXT NOT NULL,
    principal TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
);
CREATE INDEX label_decision_by_time ON label_decision (tenant_id, at, id);
CREATE INDEX label_decision_second ON label_decision (tenant_id, at, id) WHERE kind = 3;

-- Who chose what stands in "decided"; 0: nobody, or not known.
ALTER TABLE prediction ADD COLUMN decided_by_id BIGINT NOT NULL DEFAULT 0;
CREATE INDEX prediction_decided_by ON prediction (tenant_id, decided_by_id, decided_at, id) WHERE decided_by_id > 0;
-- Blind decisions by time, whatever the value.
CREATE INDEX prediction_blind ON prediction (tenant_id, decided_at, id) WHERE shown = 0 AND decided_at IS NOT NULL;

-- A job may be longer than what one page of its lines holds.
CREATE INDEX bulk_item_waiting ON bulk_item (tenant_id, job_id, position) WHERE state = 0;
CREATE INDEX bulk_item_of_ticket ON bulk_item (tenant_id, job_id, ticket_id);

-- What waits to be decided blind on a desk that is older than this table: as valuable as a blind ticket can be.
INSERT INTO label_request (tenant_id, ticket_id, place, asked_at, kind, not_agent_id, claim, claimed_agent_id, claimed_at,
                           claimed_until, claimed_by, fields)
SELECT p.tenant_id, p.ticket_id, 1000, MIN(p.made_at), 0, 0, 0, 0, 0, 0, '', '["category","type","impact","urgency"]'
FROM prediction AS p JOIN ticket AS t ON t.tenant_id = p.tenant_id AND t.id = p.ticket_id
WHERE p.shown = 0 AND p.outcome = 0 AND p.decided_at IS NULL AND t.status < 3
GROUP BY p.tenant_id, p.ticket_id;

-- Each model that was fitted, also those that lost against the one that served: "model" keeps the bytes of the last few
-- only. report: JSON of what was measured on tickets that neither had seen.
CREATE TABLE model_trial (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    examples BIGINT NOT NULL,
    won SMALLINT NOT NULL,
    version TEXT NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX model_trial_of_version ON model_trial (tenant_id, version, id);
INSERT INTO model_trial (tenant_id, id, at, examples, won, version, report)
SELECT m.tenant_id, (SELECT COUNT(*) FROM model AS o WHERE o.tenant_id = m.tenant_id AND
    (o.created_at < m.created_at OR o.created_at = m.created_at AND o.version <= m.version)),
    m.created_at, 0, 1, m.version, m.report
FROM model AS m;
INSERT INTO counter (tenant_id, noun, next) SELECT tenant_id, 'model_trial', COUNT(*) + 1 FROM model GROUP BY tenant_id;
