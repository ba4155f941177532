using Axis.Contracts.Errors;

namespace Axis.Contracts.Edxml;

/// <summary>What reading a package ended in: a package or a coded refusal, nothing else.</summary>
public abstract record ReadOutcome
{
    private ReadOutcome()
    {
    }

    /// <summary>Lower-case hex SHA-256 of every byte that was read; <c>null</c> only when reading stopped at the size limit.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Number of bytes read.</summary>
    public long Length { get; init; }

    /// <summary>The input is a package.</summary>
    /// <param name="Package">The package, its warnings in <see cref="Edxml.Package.Findings"/>.</param>
    public sealed record Read(Package Package) : ReadOutcome;

    /// <summary>The input is refused.</summary>
    /// <param name="Findings">Everything found, at least one refusal; warnings may be among them.</param>
    public sealed record Refused(IReadOnlyList<Finding> Findings) : ReadOutcome;
}
