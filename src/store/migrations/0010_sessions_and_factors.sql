-- Where and how somebody signed in, and when they last proved it.
ALTER TABLE session ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN means SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN confirmed_at BIGINT NOT NULL DEFAULT 0;
CREATE INDEX session_by_age ON session (tenant_id, expires_at);

-- What is good for one use and a short time: sign-in links, resets, the step between password and second factor,
-- challenges. Only the SHA-256 of the text that people hold is here.
CREATE TABLE one_time (
    tenant_id BIGINT NOT NULL,
    hash TEXT NOT NULL,
    kind SMALLINT NOT NULL,
    agent_id BIGINT NOT NULL,
    data TEXT NOT NULL,
    tries BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, hash)
);
CREATE INDEX one_time_by_age ON one_time (tenant_id, expires_at);
CREATE INDEX one_time_by_agent ON one_time (tenant_id, agent_id, kind);

-- secret: sealed. last_step: the time step of the last code that was taken; none is taken twice.
CREATE TABLE totp (
    tenant_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    secret {blob} NOT NULL,
    is_on SMALLINT NOT NULL,
    last_step BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, agent_id)
) {without_rowid};

CREATE TABLE recovery_code (
    tenant_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (tenant_id, agent_id, hash)
) {without_rowid};

-- credential_hash: SHA-256 of the credential's id, which may be long.
CREATE TABLE passkey (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    credential_hash TEXT NOT NULL,
    credential {blob} NOT NULL,
    public_key {blob} NOT NULL,
    algorithm BIGINT NOT NULL,
    sign_count BIGINT NOT NULL,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX passkey_by_credential ON passkey (tenant_id, credential_hash);
CREATE INDEX passkey_by_agent ON passkey (tenant_id, agent_id);
