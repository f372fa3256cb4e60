-- What the opening message of a ticket means, as one language model says (docs/decisions). 430 bytes a ticket. text_hash: of
-- what was read, so that an unchanged text is not read again. vector: encoder/compact_vector.h.
CREATE TABLE ticket_vector (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    encoder TEXT NOT NULL,
    text_hash {blob} NOT NULL,
    vector {blob} NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id)
) {without_rowid};
