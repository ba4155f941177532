namespace Axis.Contracts.Edxml;

/// <summary>
/// The MessageHeader of an edoc package (QCVN 102:2016; which elements are mandatory: domain.md 1.1).
/// A header that the reader hands out has every mandatory element; absent optional ones are <c>null</c> or empty lists.
/// </summary>
public sealed record EdocHeader
{
    /// <summary>Sending agency.</summary>
    public required Organization From { get; init; }

    /// <summary>Receiving agencies in the order of the package, at least one; repeated ones are kept.</summary>
    public required IReadOnlyList<Organization> To { get; init; }

    /// <summary>Document id exactly as sent.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Number and notation.</summary>
    public required DocumentCode Code { get; init; }

    /// <summary>Place of promulgation, e.g. Hà Nội.</summary>
    public required string Place { get; init; }

    /// <summary>Date of promulgation (<c>yyyy/MM/dd</c>); never <c>null</c> in a package that was read.</summary>
    public required DateOnly? PromulgationDate { get; init; }

    /// <summary>The date as the package spells it.</summary>
    public string? PromulgationDateText { get; init; }

    /// <summary>DocumentType/Type. Real packages disagree on it: match on <see cref="TypeName"/> first.</summary>
    public int? TypeCode { get; init; }

    /// <summary>DocumentType/TypeDetail.</summary>
    public int? TypeDetail { get; init; }

    /// <summary>Name of the document type, e.g. Công văn.</summary>
    public required string TypeName { get; init; }

    /// <summary>Trích yếu, at most 500 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>Summary of the content.</summary>
    public string? Content { get; init; }

    /// <summary>Signer.</summary>
    public required Signer Signer { get; init; }

    /// <summary>Date by which an answer is asked for.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Places of receipt for the record; they route nothing.</summary>
    public IReadOnlyList<string> ToPlaces { get; init; } = [];

    /// <summary>0 thường, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc, 4 hỏa tốc hẹn giờ.</summary>
    public required int Priority { get; init; }

    /// <summary>Sphere of promulgation.</summary>
    public string? SphereOfPromulgation { get; init; }

    /// <summary>Typist's notation (the element is spelled TyperNotation).</summary>
    public string? TyperNotation { get; init; }

    /// <summary>Number of copies.</summary>
    public int? PromulgationAmount { get; init; }

    /// <summary>Number of pages.</summary>
    public int? PageAmount { get; init; }

    /// <summary>Direction flag.</summary>
    public bool? Direction { get; init; }

    /// <summary>Appendix names.</summary>
    public IReadOnlyList<string> Appendixes { get; init; } = [];

    /// <summary>Documents that this one answers.</summary>
    public IReadOnlyList<ResponseReference> ResponseFor { get; init; } = [];

    /// <summary>1 not steering, 2 steering, 3 report on steering; 0 occurs.</summary>
    public int? SteeringType { get; init; }

    /// <summary>Task codes answered (newer clients only).</summary>
    public IReadOnlyList<string> TaskCodes { get; init; } = [];

    /// <summary>Kind of the sending application (newer clients only).</summary>
    public string? ApplicationType { get; init; }
}
