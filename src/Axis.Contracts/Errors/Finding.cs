using System.Globalization;

namespace Axis.Contracts.Errors;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>For information; nothing is refused.</summary>
    Information,

    /// <summary>Accepted, and told to the sender.</summary>
    Warning,

    /// <summary>Refuses the package, the receiver or the call it was found in.</summary>
    Refusal,
}

/// <summary>One thing found wrong: a stable code, where, and both sentences ready to be shown.</summary>
/// <param name="Code">Code of the catalogue (<see cref="ErrorCatalogue"/>).</param>
/// <param name="Severity">Weight.</param>
/// <param name="Path">Path of the faulty element, e.g. <c>/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/To[2]/OrganId</c>; empty when the whole input is meant.</param>
/// <param name="Vietnamese">Sentence for a clerk.</param>
/// <param name="English">The same in English.</param>
/// <param name="NationalNumber">Number of the national client's list, or <c>null</c>.</param>
public sealed record Finding(
    string Code, Severity Severity, string Path, string Vietnamese, string English, int? NationalNumber = null)
{
    /// <summary>Makes a finding from its catalogue entry, the sentences filled with <paramref name="arguments"/>.</summary>
    public static Finding Of(ErrorEntry entry, Severity severity, string path, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(entry.Code, severity, path,
            string.Format(CultureInfo.InvariantCulture, entry.Vietnamese, arguments),
            string.Format(CultureInfo.InvariantCulture, entry.English, arguments),
            entry.NationalNumber);
    }

    /// <summary>A finding that refuses.</summary>
    public static Finding Refuse(ErrorEntry entry, string path, params object?[] arguments) =>
        Of(entry, Severity.Refusal, path, arguments);

    /// <summary>A finding that only warns.</summary>
    public static Finding Warn(ErrorEntry entry, string path, params object?[] arguments) =>
        Of(entry, Severity.Warning, path, arguments);
}
