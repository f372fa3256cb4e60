-- Search and views. The full-text index itself is each engine's own: 0015_search_sqlite.sql, 0015_search_postgres.sql.

-- Tickets whose entry is to be made anew. `n` counts the changes, so that one that comes while the entry is made stays.
CREATE TABLE search_todo (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id)
) {without_rowid};

-- Words that tickets hold, to mend a mistyped one: by first letter and length, where a near word must lie.
CREATE TABLE search_word (
    tenant_id BIGINT NOT NULL,
    initial TEXT NOT NULL,
    size SMALLINT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (tenant_id, initial, size, word)
) {without_rowid};

-- The words of a customer's name and address and the digits of the phone, folded, as bytes: looked up by beginning.
CREATE TABLE customer_word (
    tenant_id BIGINT NOT NULL,
    word {blob} NOT NULL,
    customer_id BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, word, customer_id),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id)
) {without_rowid};
CREATE INDEX customer_word_by_customer ON customer_word (tenant_id, customer_id);

CREATE TABLE organization_word (
    tenant_id BIGINT NOT NULL,
    word {blob} NOT NULL,
    organization_id BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, word, organization_id),
    FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id)
) {without_rowid};
CREATE INDEX organization_word_by_organization ON organization_word (tenant_id, organization_id);

-- A saved list. owner_id 0: the desk's; queues: whose people see it besides the owner.
CREATE TABLE saved_view (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    owner_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    sort TEXT NOT NULL,
    columns TEXT NOT NULL,
    queues TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX saved_view_by_name ON saved_view (tenant_id, owner_id, name);
