// SPDX-License-Identifier: Apache-2.0
// The ids of the nouns. Unique within a tenant; ticket ids are the numbers people see and count up from 1.
#pragma once

#include "base/ids.h"

namespace lotse::domain {

using TenantId = Id<struct TenantTag>;
using TicketId = Id<struct TicketTag>;
using ArticleId = Id<struct ArticleTag>;
using AttachmentId = Id<struct AttachmentTag>;
using CustomerId = Id<struct CustomerTag>;
using OrganizationId = Id<struct OrganizationTag>;
using AgentId = Id<struct AgentTag>;
using QueueId = Id<struct QueueTag>;
using CategoryId = Id<struct CategoryTag>;
using CalendarId = Id<struct CalendarTag>;
using PolicyId = Id<struct PolicyTag>;
using MailboxId = Id<struct MailboxTag>;
using EventId = Id<struct EventTag>;
using NoticeId = Id<struct NoticeTag>;
using TokenId = Id<struct TokenTag>;
using TagId = Id<struct TagTag>;
using FieldId = Id<struct FieldTag>;
using EntityKindId = Id<struct EntityKindTag>;
using JobId = Id<struct JobTag>;
using AuditId = Id<struct AuditTag>;
using SessionId = Id<struct SessionTag>;
using PredictionId = Id<struct PredictionTag>;
using GateMoveId = Id<struct GateMoveTag>;
using ModelTrialId = Id<struct ModelTrialTag>;
using LabelDecisionId = Id<struct LabelDecisionTag>;
using LessonId = Id<struct LessonTag>;
using ReplayId = Id<struct ReplayTag>;

}  // namespace lotse::domain
