-- Links that customers sign in with, once. key_hash: SHA-256 of the secret part.
CREATE TABLE customer_link (
    tenant_id BIGINT NOT NULL,
    key_hash {blob} NOT NULL,
    email TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, key_hash)
) {without_rowid};
CREATE INDEX customer_link_by_age ON customer_link (tenant_id, expires_at);

-- email: what the customer has proved. Where an agent gives the customer another address, it opens nothing any more.
CREATE TABLE customer_session (
    tenant_id BIGINT NOT NULL,
    key_hash {blob} NOT NULL,
    customer_id BIGINT NOT NULL,
    email TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, key_hash),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id)
) {without_rowid};
CREATE INDEX customer_session_by_age ON customer_session (tenant_id, expires_at);
CREATE INDEX customer_session_by_customer ON customer_session (tenant_id, customer_id);

-- What a customer says of how a ticket went; 1 (bad) to 5 (good). The last word counts.
CREATE TABLE survey (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    score SMALLINT NOT NULL,
    comment TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
) {without_rowid};
