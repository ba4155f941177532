namespace Agency.Adapter.AgencySystem.Rest.Describe;

/// <summary>Examples of the OpenAPI document.</summary>
internal static class Examples
{
    public const string HandedOver = """
        { "submissionId": "5f0c7c2e-6a0b-5d5e-8a52-0f6d0c1f4a11", "state": "waiting", "repeated": false, "findings": [] }
        """;

    public const string Package = """
        {
          "submissionId": "5f0c7c2e-6a0b-5d5e-8a52-0f6d0c1f4a11", "kind": "edoc", "state": "accepted", "cursor": 12,
          "packageSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "packageLength": 391204,
          "submittedAt": "2026-11-24T02:15:07+00:00",
          "receipt": { "outcome": "accepted", "documentId": "08de2b4e-0000-0000-0000-000000000001", "decidedAt": "2026-11-24T02:15:07+00:00",
            "packageSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" },
          "findings": [],
          "receivers": [ { "receiver": "H37", "outcome": "delivery", "deliveryId": "08de2b4e-0000-0000-0000-000000000002", "transport": "DONE",
            "business": "03", "since": "2026-11-24T02:16:40+00:00", "version": 4, "attempt": 1,
            "history": [ { "version": 4, "transport": "DONE", "business": "03", "since": "2026-11-24T02:16:40+00:00", "attempt": 1 } ] } ],
          "asOf": "2026-11-24T02:20:00+00:00"
        }
        """;

    public const string Inbox = """
        {
          "items": [ { "deliveryId": "08de2b4e-0000-0000-0000-000000000002", "documentId": "08de2b4e-0000-0000-0000-000000000001", "kind": "edoc",
            "cursor": 31, "sender": "G22", "receiver": "H37", "receivedAt": "2026-11-24T02:15:09+00:00",
            "packageSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "packageLength": 391204, "priority": 1,
            "documentCode": "7816/VPCP-TTĐT", "subject": "V/v kết nối, liên thông phần mềm quản lý văn bản", "state": "available" } ],
          "next": 31
        }
        """;

    public const string TakeBacks = """
        { "items": [ { "receiver": "H37", "deliveryId": "08de2b4e-0000-0000-0000-000000000002", "submissionId": "0a3b8f5c-2f6d-5b0e-9d53-7b1f5a9c1d44", "state": "waiting",
          "repeated": false, "findings": [] } ] }
        """;

    public const string Acknowledged = """
        { "deliveryId": "08de2b4e-0000-0000-0000-000000000002", "result": "done", "repeated": false }
        """;

    public const string Checklist = """
        { "passed": true, "results": [ { "rule": "R2", "state": "PASSED", "findings": [] }, { "rule": "R9", "state": "NOT_CHECKED", "findings": [] } ], "hubAnswered": true }
        """;

    public const string Agencies = """
        { "items": [ { "code": "H37", "aliases": [ "000.00.00.H37" ], "name": "Tỉnh Lạng Sơn", "nameEnglish": "Lang Son Province", "active": true } ] }
        """;

    public const string Statements = """
        { "items": [ { "agency": "H37", "day": "2026-11-24", "version": 1, "receivedAt": "2026-11-24T23:31:02+00:00", "formats": [ "csv", "json", "pdf", "xlsx" ] } ] }
        """;

    public const string Items = """
        {
          "asOf": "2026-11-24T02:20:00+00:00",
          "counts": [ { "agency": "G22", "nameVi": "Văn phòng Chính phủ", "nameEn": "Government Office", "sendErrors": 1, "receiveErrors": 0, "backlog": 0, "noReply": 0,
            "notArrived": 0, "unanswered": 0 } ],
          "items": [ { "kind": "delivery", "id": "08de2b4e-0000-0000-0000-000000000002", "list": "sendErrors", "agency": "G22", "document": "7816/VPCP-TTĐT",
            "since": "2026-11-24T02:16:40+00:00", "can": [ "resend", "close", "promise", "wait" ],
            "why": { "party": "sender", "cause": "failed-by-agency", "since": "2026-11-24T02:16:40+00:00", "isAutomatic": false, "vietnamese": "...", "english": "..." },
            "counterpart": { "code": "H37", "nameVi": "Tỉnh Lạng Sơn", "nameEn": "Lang Son Province", "pilot": false }, "promulgatedOn": "2026-11-24",
            "submissionId": "5f0c7c2e-6a0b-5d5e-8a52-0f6d0c1f4a11",
            "acts": [ { "side": "receiver", "kind": "promised", "at": "2026-11-24T02:18:00+00:00", "note": "...", "promisedOn": "2026-11-26" } ] } ]
        }
        """;

    public const string Reconciliation = """
        { "adapter": "H37", "day": "2026-11-24", "number": 1, "postedAt": "2026-11-24T17:52:10+00:00", "asOf": "2026-11-24T17:52:09+00:00", "sent": 112, "received": 389,
          "missing": 1, "extra": 0, "different": 0, "differences": [ { "kind": "missing", "side": "received", "id": "08de2b4e-0000-0000-0000-000000000002", "code": "AXS-8511",
            "since": "2026-11-24T17:52:10+00:00", "atHub": "PROCESSING, attempt 1", "atAdapter": "", "acts": "hub", "healsByItself": true,
            "vietnamese": "Trục đã chuyển nhưng trạm nhận không có; trục tự hỏi trạm rồi chuyển lại cùng lượt, không phải làm gì.",
            "english": "The hub has passed it on, and the receiver's adapter does not have it; the hub asks the adapter and publishes it again, nothing has to be done.",
            "agency": "H37", "document": "7816/VPCP-TTĐT" } ] }
        """;

    public const string Reconciliations = """{ "items": [ """ + Reconciliation + """ ], "refused": [] }""";

    public const string Alerts = """
        {
          "asOf": "2026-11-24T02:20:00+00:00",
          "alerts": [ { "alertId": "08de2b4e-0000-0000-0000-000000000007", "caseNumber": "2026-000123", "kind": "delivery-failed",
            "finding": { "code": "AXS-9001", "severity": "refusal", "path": "", "vietnamese": "...", "english": "..." },
            "isBreach": true, "cause": "adapter", "agency": "G22", "counterpart": "H37", "openedAt": "2026-11-24T02:15:07+00:00",
            "lastSeenAt": "2026-11-24T02:15:07+00:00", "seen": 1, "openItems": 1, "version": 1, "toldAt": "2026-11-24T02:15:10+00:00",
            "told": [ { "agency": "G22", "way": "webhook", "state": "taken", "version": 1, "at": "2026-11-24T02:15:11+00:00", "tries": 0 } ] } ]
        }
        """;

    public const string Outages = """
        { "items": [ { "id": "08de2b4e-0000-0000-0000-000000000007", "agency": "H37", "from": "2026-11-28T11:00:00+00:00", "to": "2026-11-29T23:00:00+00:00",
          "reason": "Nâng cấp máy chủ", "announcedBy": "agency:H37 Lê Văn C" } ] }
        """;

    public const string Health = """
        { "status": "ok", "hubConnected": true, "takesPackages": true, "outgoing": 0, "incoming": 3, "freeBytes": 52428800000, "at": "2026-11-24T02:20:00+00:00" }
        """;
}
