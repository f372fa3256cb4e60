-- The audit list as a chain (A-21): each row carries a hash over its own content and the hash of the row before. What may
-- be personal (origin, name of the object, changes) goes into the hash through a commitment with a salt of its own, so
-- that it can be erased one day without breaking the chain. Rows from before this step have seq 0 and stand outside.
ALTER TABLE audit ADD COLUMN seq BIGINT NOT NULL DEFAULT 0;
ALTER TABLE audit ADD COLUMN salt {blob};
ALTER TABLE audit ADD COLUMN commitment {blob};
ALTER TABLE audit ADD COLUMN hash {blob};
CREATE UNIQUE INDEX audit_by_seq ON audit (tenant_id, seq) WHERE seq > 0;

-- Where the chain ends. Whoever adds a row locks it, so rows of one desk come one after the other.
CREATE TABLE audit_head (
    tenant_id BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    hash {blob} NOT NULL,
    PRIMARY KEY (tenant_id)
);

-- Signed by the desk: the newest checkpoint (base = 0), and what the first row that is still there follows (base = 1).
CREATE TABLE audit_anchor (
    tenant_id BIGINT NOT NULL,
    base SMALLINT NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    hash {blob} NOT NULL,
    signature {blob} NOT NULL,
    PRIMARY KEY (tenant_id, base)
);
