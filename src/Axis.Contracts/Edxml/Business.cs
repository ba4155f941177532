namespace Axis.Contracts.Edxml;

/// <summary>What an edoc package does to documents sent before (BussinessDocType).</summary>
public enum BusinessDocType
{
    /// <summary>A new document.</summary>
    New = 0,

    /// <summary>Thu hồi.</summary>
    Recall = 1,

    /// <summary>Cập nhật.</summary>
    Update = 2,

    /// <summary>Thay thế.</summary>
    Replacement = 3,
}

/// <summary>A receiver dropped or added by an update.</summary>
/// <param name="OrganId">Agency code.</param>
/// <param name="ReceiverType">0 dropped, 1 newly added; <c>null</c> when absent.</param>
public sealed record ReceiverChange(string OrganId, int? ReceiverType);

/// <summary>What an update changes (BussinessDocumentInfo).</summary>
/// <param name="DocumentInfo">True when the document's information changes; <c>null</c> when absent.</param>
/// <param name="DocumentReceiver">True when the receivers change; <c>null</c> when absent.</param>
/// <param name="Receivers">The receivers changed.</param>
public sealed record BusinessDocumentInfo(bool? DocumentInfo, bool? DocumentReceiver, IReadOnlyList<ReceiverChange> Receivers);

/// <summary>One document replaced, and for whom (ReplacementInfo).</summary>
/// <param name="DocumentId">Id of the old document.</param>
/// <param name="OrganIds">Receivers for whom it is replaced.</param>
public sealed record ReplacementInfo(string DocumentId, IReadOnlyList<string> OrganIds);

/// <summary>The element <c>Bussiness</c> (sic) of TraceHeaderList (domain.md 1.2); absent means a new document.</summary>
public sealed record Business
{
    /// <summary>What is done; absent = new.</summary>
    public BusinessDocType DocType { get; init; }

    /// <summary>Reason; required for recall, update and replacement.</summary>
    public string? Reason { get; init; }

    /// <summary>1 when a paper copy is sent too, 0 when not, <c>null</c> when absent.</summary>
    public int? Paper { get; init; }

    /// <summary>Id of the document recalled or updated; may be absent in a recall, where the header's id names the target.</summary>
    public string? DocumentId { get; init; }

    /// <summary>What an update changes, or <c>null</c>.</summary>
    public BusinessDocumentInfo? DocumentInfo { get; init; }

    /// <summary>Documents replaced.</summary>
    public IReadOnlyList<ReplacementInfo> Replacements { get; init; } = [];

    /// <summary>Who did it, or <c>null</c>.</summary>
    public StaffInfo? Staff { get; init; }
}
