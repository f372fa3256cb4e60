-- A note that is withdrawn takes the entries of those whom it called with it.
CREATE INDEX mention_by_article ON mention (tenant_id, article_id);
-- Content that an upload has left behind: looked at a day later, and removed where nothing else has it.
CREATE TABLE leftover_blob (
    tenant_id BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, sha256)
);
CREATE INDEX leftover_blob_by_time ON leftover_blob (tenant_id, since, sha256);
-- Who has some content is found by its size, a small key: few files have the same.
CREATE INDEX upload_by_size ON upload (tenant_id, size);
CREATE INDEX attachment_by_size ON attachment (tenant_id, size);
CREATE INDEX raw_message_by_size ON raw_message (tenant_id, size);
