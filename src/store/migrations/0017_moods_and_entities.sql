-- The mood of the customer's newest message: domain/sentiment.h. Those that are not calm also stand in ticket_facet.
ALTER TABLE ticket ADD COLUMN sentiment SMALLINT NOT NULL DEFAULT 0;

-- What the desk knows by its pattern. name_key: hash of the name in small letters.
CREATE TABLE entity_kind (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    pattern TEXT NOT NULL,
    name_key {blob} NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name_key)
);
