namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>
/// A document without edXML, the part <c>document</c> of the form. Names are those of the inbox. What is absent and mandatory is
/// refused by the same door as edXML is.
/// </summary>
internal sealed record DocumentBody
{
    /// <summary>Sending agency; absent: the caller's.</summary>
    public OrganizationBody? From { get; init; }

    /// <summary>Receiving agencies.</summary>
    public IReadOnlyList<OrganizationBody>? To { get; init; }

    /// <summary>Document id; absent: agency code, date and printed code.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Printed code: number, slash, notation. E.g. 7816/VPCP-TTĐT.</summary>
    public string? Code { get; init; }

    /// <summary>Where and when it was promulgated.</summary>
    public PromulgationBody? Promulgation { get; init; }

    /// <summary>Kind of document.</summary>
    public TypeBody? Type { get; init; }

    /// <summary>Trích yếu, at most 500 characters.</summary>
    public string? Subject { get; init; }

    /// <summary>Summary.</summary>
    public string? Content { get; init; }

    /// <summary>Who signed.</summary>
    public SignerBody? Signer { get; init; }

    /// <summary>0 thường, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc, 4 hỏa tốc hẹn giờ; absent: 0.</summary>
    public int? Priority { get; init; }

    /// <summary>Answer asked for by this day.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Places of receipt for the record.</summary>
    public IReadOnlyList<string>? ToPlaces { get; init; }

    /// <summary>Sphere of promulgation.</summary>
    public string? Sphere { get; init; }

    /// <summary>Typist's notation.</summary>
    public string? Typist { get; init; }

    /// <summary>Number of copies.</summary>
    public int? Copies { get; init; }

    /// <summary>Number of pages.</summary>
    public int? Pages { get; init; }

    /// <summary>Names of appendices.</summary>
    public IReadOnlyList<string>? Appendixes { get; init; }

    /// <summary>Documents that this one answers.</summary>
    public IReadOnlyList<ReferenceBody>? ResponseFor { get; init; }

    /// <summary>1 not steering, 2 steering, 3 report on steering.</summary>
    public int? SteeringType { get; init; }

    /// <summary>Recall, update or replacement of a document sent before; absent: a new document.</summary>
    public BusinessBody? Business { get; init; }

    /// <summary>Who checked it before sending; it is no part of the edXML.</summary>
    public CheckedByBody? CheckedBy { get; init; }

    /// <summary>When the agency sent it; absent: the day of the document. A repeat has to say the same.</summary>
    public DateTimeOffset? SentAt { get; init; }
}

/// <summary>An agency.</summary>
/// <param name="Code">Code, any generation.</param>
/// <param name="Name">Name.</param>
/// <param name="Address">Postal address.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Telephone">Telephone number.</param>
/// <param name="Fax">Fax number.</param>
/// <param name="Website">Web site.</param>
/// <param name="InCharge">Superior agency.</param>
internal sealed record OrganizationBody(
    string? Code = null, string? Name = null, string? Address = null, string? Email = null, string? Telephone = null,
    string? Fax = null, string? Website = null, string? InCharge = null);

/// <summary>Promulgation.</summary>
/// <param name="Place">E.g. Hà Nội.</param>
/// <param name="Date">Day.</param>
internal sealed record PromulgationBody(string? Place = null, DateOnly? Date = null);

/// <summary>Kind of document.</summary>
/// <param name="Name">E.g. Công văn.</param>
/// <param name="Code">National number of the type.</param>
/// <param name="Detail">National detail number.</param>
internal sealed record TypeBody(string? Name = null, int? Code = null, int? Detail = null);

/// <summary>Signer.</summary>
/// <param name="FullName">Full name.</param>
/// <param name="Position">Position.</param>
/// <param name="Competence">Capacity, e.g. TL. BỘ TRƯỞNG.</param>
internal sealed record SignerBody(string? FullName = null, string? Position = null, string? Competence = null);

/// <summary>The clerk who checked the document before sending.</summary>
/// <param name="Name">Name.</param>
/// <param name="Position">Position.</param>
internal sealed record CheckedByBody(string? Name = null, string? Position = null);

/// <summary>A document named by what it says of itself.</summary>
/// <param name="Agency">Agency that sent it; for a status 13 the receiver it is asked of.</param>
/// <param name="Code">Printed code.</param>
/// <param name="PromulgationDate">Its day.</param>
/// <param name="DocumentId">Its document id.</param>
internal sealed record ReferenceBody(
    string? Agency = null, string? Code = null, DateOnly? PromulgationDate = null, string? DocumentId = null);

/// <summary>What the document does to one sent before.</summary>
/// <param name="Type">0 new, 1 recall, 2 update, 3 replacement.</param>
/// <param name="Reason">Reason, for 1 to 3.</param>
/// <param name="Paper">1 when a paper copy follows.</param>
/// <param name="DocumentId">Document recalled or updated.</param>
/// <param name="Receivers">Receivers an update adds or drops.</param>
/// <param name="Replacements">Documents replaced.</param>
/// <param name="Staff">Who did it.</param>
internal sealed record BusinessBody(
    int Type, string? Reason = null, int? Paper = null, string? DocumentId = null,
    IReadOnlyList<ReceiverChangeBody>? Receivers = null, IReadOnlyList<ReplacementBody>? Replacements = null, StaffBody? Staff = null);

/// <summary>A receiver added or dropped.</summary>
/// <param name="Code">Agency code.</param>
/// <param name="Change"><c>added</c> or <c>dropped</c>.</param>
internal sealed record ReceiverChangeBody(string Code, ReceiverChangeKind Change);

/// <summary>What happens to a receiver.</summary>
internal enum ReceiverChangeKind
{
    /// <summary>No longer a receiver.</summary>
    Dropped,

    /// <summary>A new receiver.</summary>
    Added,
}

/// <summary>A document replaced.</summary>
/// <param name="DocumentId">Its id.</param>
/// <param name="Receivers">For whom.</param>
internal sealed record ReplacementBody(string DocumentId, IReadOnlyList<string>? Receivers = null);

/// <summary>A person who acted.</summary>
/// <param name="Name">Name.</param>
/// <param name="Department">Unit.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Mobile">Telephone number.</param>
internal sealed record StaffBody(string? Name = null, string? Department = null, string? Email = null, string? Mobile = null);
