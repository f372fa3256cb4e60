-- How tickets stand to each other: links, merges that can be undone, and where a ticket was split from.

-- Two rows a pair, one from each side. kind: position in domain/relation.h.
CREATE TABLE ticket_link (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    other_id BIGINT NOT NULL,
    kind SMALLINT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, other_id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
) {without_rowid};

-- `before` is what the merge took from the source: its status, its times, its timers, and which messages moved.
CREATE TABLE ticket_merge (
    tenant_id BIGINT NOT NULL,
    source_id BIGINT NOT NULL,
    target_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    before TEXT NOT NULL,
    PRIMARY KEY (tenant_id, source_id),
    FOREIGN KEY (tenant_id, source_id) REFERENCES ticket (tenant_id, id)
);
CREATE INDEX ticket_merge_by_target ON ticket_merge (tenant_id, target_id, source_id);

CREATE TABLE ticket_split (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    origin_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
) {without_rowid};
