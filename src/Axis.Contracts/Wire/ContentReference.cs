namespace Axis.Contracts.Wire;

/// <summary>Where a package lies when it does not travel inside the message.</summary>
/// <param name="Sha256">Lower-case hex SHA-256 of the package bytes.</param>
/// <param name="Length">Length in bytes.</param>
public sealed record ContentReference(string Sha256, long Length);
