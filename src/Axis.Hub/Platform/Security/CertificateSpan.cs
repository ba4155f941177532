namespace Axis.Hub.Platform.Security;

/// <summary>From when to when a certificate is valid.</summary>
internal readonly record struct CertificateSpan(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>
    /// Wide enough for both clocks of a development nation: TLS judges by the machine's clock whatever the simulated one says.
    /// </summary>
    public static CertificateSpan Around(TimeProvider time)
    {
        DateTimeOffset here = time.GetUtcNow();
        DateTimeOffset real = TimeProvider.System.GetUtcNow();
        return new((here < real ? here : real).AddYears(-2), (here > real ? here : real).AddYears(10));
    }

    /// <summary>The part of this span that lies inside another one: no certificate outlives its issuer.</summary>
    public CertificateSpan Within(CertificateSpan outer) =>
        new(From < outer.From ? outer.From : From, To > outer.To ? outer.To : To);
}
