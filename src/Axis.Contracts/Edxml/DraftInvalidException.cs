using Axis.Contracts.Errors;

namespace Axis.Contracts.Edxml;

/// <summary>A draft cannot be written as XML; nothing was written. Ask <see cref="PackageWriter.Check(EdocDraft)"/> first to get the findings without it.</summary>
public sealed class DraftInvalidException : Exception
{
    /// <summary>Makes the exception.</summary>
    public DraftInvalidException(IReadOnlyList<Finding> findings)
        : base(string.Join("; ", (findings ?? []).Select(finding => finding.Path + ": " + finding.English))) =>
        Findings = findings ?? [];

    /// <summary>What is wrong, with the path each value would have had.</summary>
    public IReadOnlyList<Finding> Findings { get; }
}
