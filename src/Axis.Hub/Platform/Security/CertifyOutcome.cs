using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Errors;

namespace Axis.Hub.Platform.Security;

/// <summary>What became of a certificate request.</summary>
internal abstract record CertifyOutcome
{
    private CertifyOutcome()
    {
    }

    /// <summary>The certificate, without a private key: that stays with whoever asked.</summary>
    internal sealed record Issued(X509Certificate2 Certificate) : CertifyOutcome;

    internal sealed record Refused(Finding Finding) : CertifyOutcome;
}
