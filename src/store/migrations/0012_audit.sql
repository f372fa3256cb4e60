-- Who changed what of the desk itself, and when. Rows are added with the change they tell of and never touched again.
CREATE TABLE audit (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    credential TEXT NOT NULL,
    origin TEXT NOT NULL,
    action TEXT NOT NULL,
    is_refused BIGINT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id BIGINT NOT NULL,
    object_name TEXT NOT NULL,
    changes TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX audit_by_time ON audit (tenant_id, at, id);
CREATE INDEX audit_by_agent ON audit (tenant_id, agent_id, at, id);
CREATE INDEX audit_by_agent_and_kind ON audit (tenant_id, agent_id, object_kind, at, id);
CREATE INDEX audit_by_kind ON audit (tenant_id, object_kind, at, id);
CREATE INDEX audit_by_object ON audit (tenant_id, object_kind, object_id, at, id);
