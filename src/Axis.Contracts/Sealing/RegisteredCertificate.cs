using System.Security.Cryptography.X509Certificates;

namespace Axis.Contracts.Sealing;

/// <summary>A certificate as the registry knows it.</summary>
/// <param name="Certificate">The public certificate.</param>
/// <param name="WithdrawnAt">From when on its seals no longer count, or <c>null</c> while it is in use.</param>
public sealed record RegisteredCertificate(X509Certificate2 Certificate, DateTimeOffset? WithdrawnAt = null);
