-- What routing learns, what an admin says of it, and what keeps a pool in memory true.

-- Whose a waiting ticket is, for pairs that are kept apart; and since when the row is as it is, for whoever follows it.
ALTER TABLE pool_ticket ADD COLUMN customer_id BIGINT NOT NULL DEFAULT 0;
ALTER TABLE pool_ticket ADD COLUMN organization_id BIGINT NOT NULL DEFAULT 0;
ALTER TABLE pool_ticket ADD COLUMN changed_at BIGINT NOT NULL DEFAULT 0;
UPDATE pool_ticket SET
    customer_id = (SELECT customer_id FROM ticket WHERE ticket.tenant_id = pool_ticket.tenant_id AND ticket.id = pool_ticket.ticket_id),
    organization_id = (SELECT organization_id FROM ticket WHERE ticket.tenant_id = pool_ticket.tenant_id AND ticket.id = pool_ticket.ticket_id);
CREATE INDEX pool_by_change ON pool_ticket (tenant_id, changed_at, ticket_id);

-- One document a desk (domain/routing_rules.h): overflow, sticky owners, what is learned.
CREATE TABLE routing_rules (
    tenant_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (tenant_id)
);

-- This agent never gets tickets of this customer or firm; one of the two is 0.
CREATE TABLE blocked_pair (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    customer_id BIGINT NOT NULL,
    organization_id BIGINT NOT NULL,
    made_by_id BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX blocked_pair_once ON blocked_pair (tenant_id, agent_id, customer_id, organization_id);

-- Who solved a ticket, as it was counted: what is taken back or counted anew when it is opened again, judged or moved.
-- quality in thousandths; traits: JSON list of [kind, value].
CREATE TABLE solution (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    solved_at BIGINT NOT NULL,
    quality BIGINT NOT NULL,
    traits TEXT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
) {without_rowid};

-- How much each person has solved of what shares a trait, fading with a half-life (routing/expertise.h): as of `at`.
CREATE TABLE solver (
    tenant_id BIGINT NOT NULL,
    kind SMALLINT NOT NULL,
    value BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    solved DOUBLE PRECISION NOT NULL,
    good DOUBLE PRECISION NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, kind, value, agent_id)
) {without_rowid};
CREATE INDEX solver_of_agent ON solver (tenant_id, agent_id, kind, value);

-- The usual time from opening to solution of a category, the median so far: logarithm to base 2 of minutes.
CREATE TABLE usual_time (
    tenant_id BIGINT NOT NULL,
    category_id BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    log_minutes DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (tenant_id, category_id)
);

-- Waiting and begun work dealt out anew: who had what before, so that it can be undone.
CREATE TABLE rebalance (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    queue_id BIGINT NOT NULL,
    by_agent_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    undone_at BIGINT,
    cause TEXT NOT NULL,
    moves TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
