namespace Axis.Contracts.Sealing;

/// <summary>Port: where a verifier finds certificates. The hub asks its registry, an adapter its store and then the hub.</summary>
public interface ICertificateSource
{
    /// <summary>
    /// The certificate whose DER bytes have this SHA-256, or <c>null</c> when it is not known. The verifier compares the hash
    /// itself, asks again after a short life, and does not dispose of what it is given.
    /// </summary>
    /// <param name="sha256">64 lower-case hex digits.</param>
    /// <param name="cancellationToken">Gives up the look-up.</param>
    ValueTask<RegisteredCertificate?> FindAsync(string sha256, CancellationToken cancellationToken);
}
