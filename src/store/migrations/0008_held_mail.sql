-- Mails of one sender within one hour (since 1970), by 128 bits of SHA-256 of the address.
CREATE TABLE sender_count (
    tenant_id BIGINT NOT NULL,
    hour BIGINT NOT NULL,
    address_hash {blob} NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, hour, address_hash)
) {without_rowid};
-- event.needs_settling = 2: held, because its sender has written too much.
CREATE INDEX event_held ON event (tenant_id, at) WHERE needs_settling = 2;
