namespace Axis.Contracts.Checks;

/// <summary>Where a type comes from.</summary>
public enum DocumentFamily
{
    /// <summary>Văn bản quy phạm pháp luật.</summary>
    Normative,

    /// <summary>One of the 29 of Decree 30/2020 Art. 7.</summary>
    Administrative,

    /// <summary>In the national code list only.</summary>
    Other,
}

/// <summary>One type of document (<c>document-types.csv</c>).</summary>
/// <param name="Key">Our own stable name.</param>
/// <param name="Vietnamese">Canonical name.</param>
/// <param name="English">The same in English.</param>
/// <param name="Abbreviation">Letters in a notation (Decree 30/2020 Annex III), or <c>null</c> where there are none.</param>
/// <param name="Family">Where it comes from.</param>
/// <param name="IsPaperless">True for the 26 types that are sent without paper (775/VPCP-KSTT).</param>
/// <param name="NationalCode">Number in list A (normative) or B of QCVN 102, e.g. <c>B18</c>; <c>null</c> where it has none.</param>
/// <param name="Aliases">Other spellings met in packages.</param>
/// <param name="Confidence"><c>verified</c> or <c>memory</c>: how well the row's code is known.</param>
/// <param name="Source">Where the row was read.</param>
public sealed record DocumentType(
    string Key, string Vietnamese, string English, string? Abbreviation, DocumentFamily Family, bool IsPaperless, string? NationalCode,
    IReadOnlyList<string> Aliases, string Confidence, string Source);

/// <summary>How surely a type was recognised.</summary>
public enum TypeMatch
{
    /// <summary>By its name, an alias or its abbreviation.</summary>
    Named,

    /// <summary>Its name starts with that of a known type, e.g. <c>Thông báo kết luận</c>.</summary>
    Begun,

    /// <summary>By its number, for the name is unknown.</summary>
    Numbered,
}
