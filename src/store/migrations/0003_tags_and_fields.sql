-- Tags, custom fields, a due time by hand, and where a merged ticket went.

CREATE TABLE tag (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    colour SMALLINT NOT NULL,
    name_key {blob} NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX tag_by_name ON tag (tenant_id, name_key);

-- The definition is read whole or not at all.
CREATE TABLE field (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    key TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX field_by_key ON field (tenant_id, key);

ALTER TABLE ticket ADD COLUMN due_at BIGINT;
ALTER TABLE ticket ADD COLUMN merged_into_id BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN fields TEXT NOT NULL DEFAULT '';

-- What a ticket can be found by beyond its own columns: a row for each tag and each value of a field, with what lists
-- are ordered by. Only tickets that have such things pay for them.
CREATE TABLE ticket_facet (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    facet {blob} NOT NULL,
    facet_status SMALLINT NOT NULL,
    facet_priority SMALLINT NOT NULL,
    facet_created_at BIGINT NOT NULL,
    facet_updated_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, facet),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
) {without_rowid};
CREATE INDEX ticket_facet_updated
    ON ticket_facet (tenant_id, facet, facet_status, facet_priority, facet_updated_at, ticket_id);
CREATE INDEX ticket_facet_created ON ticket_facet (tenant_id, facet, facet_status, facet_created_at, ticket_id);

-- As queue_count: kept with the tickets, spread over slots.
CREATE TABLE tag_count (
    tenant_id BIGINT NOT NULL,
    tag_id BIGINT NOT NULL,
    slot SMALLINT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, tag_id, slot)
) {without_rowid};
