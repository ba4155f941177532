using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Axis.Contracts.Sealing;

namespace Axis.Contracts.Tests.Sealing;

/// <summary>
/// Seals made once, judged for ever: they hold this code, and any other implementation, to the same answers. Their private keys
/// were thrown away. With AXIS_NEW_VECTORS=path a fresh file is written there instead, to be reviewed and put in its place.
/// </summary>
public sealed class VectorTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string File => Path.Combine(AppContext.BaseDirectory, "Sealing", "seal-vectors.approved.json");

    [Fact]
    public async Task Every_vector_gets_its_approved_verdict()
    {
        if (Environment.GetEnvironmentVariable("AXIS_NEW_VECTORS") is { Length: > 0 } path)
        {
            await System.IO.File.WriteAllTextAsync(path, Make(), TestContext.Current.CancellationToken);
        }

        Vectors vectors = JsonSerializer.Deserialize<Vectors>(await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken), Indented)!;
        vectors.Cases.Count.ShouldBeGreaterThanOrEqualTo(10);
        var anchors = new TrustAnchors([Load(vectors.Root)], [Load(vectors.Issuing)]);
        foreach (VectorCase one in vectors.Cases)
        {
            var registry = new Registry();
            foreach (string certificate in one.Registered)
            {
                registry.Add(Load(certificate), one.WithdrawnAt);
            }

            var verifier = new SealVerifier(registry, anchors, TimeProvider.System);
            SealVerdict verdict = await verifier.VerifyAsync(
                Encoding.UTF8.GetBytes(one.Content), Convert.FromBase64String(one.Seal), one.At, TestContext.Current.CancellationToken);
            verdict.Code.ToString().ShouldBe(one.Verdict, one.Name);
            verdict.Agencies.ShouldBe(one.Agencies, one.Name);
        }
    }

    private static string Make()
    {
        using var authority = new TestAuthority();
        using var stranger = new TestAuthority("Stranger");
        using X509Certificate2 rsa = authority.IssueRsa(2048, "H37", "H37.02.02");
        using X509Certificate2 ecdsa = authority.IssueEcdsa("G22", "000.00.00.G22", "G22");
        using X509Certificate2 small = authority.IssueRsa(1024, "H41");
        using X509Certificate2 foreign = stranger.IssueEcdsa("H37", "H37.02.02");
        DateTimeOffset noon = TestAuthority.Noon;
        string content = Encoding.UTF8.GetString(new Manifest(
            1, Guid.Parse("0b2e4d0a-93a4-5c55-8b0e-0d6f3f9ae001"), Manifest.Edoc, "H37.02.02", ["000.00.00.G22"],
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 4096, noon).ToBytes());

        string byRsa = Seal(rsa, content);
        string byEcdsa = Seal(ecdsa, content);
        string byForeign = Seal(foreign, content);
        string bySmall = HandMadeSeal.Of(small, "2.16.840.1.101.3.4.2.1", content);
        string bySha1 = HandMadeSeal.Of(rsa, "1.3.14.3.2.26", content);
        string[] g22 = ["000.00.00.G22", "G22"];
        var cases = new List<VectorCase>
        {
            new("RSA-2048", content, byRsa, [Text(rsa)], noon, "Ok", ["H37.02.02"]),
            new("ECDSA P-256", content, byEcdsa, [Text(ecdsa)], noon, "Ok", g22),
            new("content changed by one character", content.Replace("4096", "4097", StringComparison.Ordinal), byEcdsa, [Text(ecdsa)], noon, "Altered", g22),
            new("no seal", content, "", [Text(ecdsa)], noon, "NoSignature", []),
            new("the seal of other content", content, Seal(ecdsa, "{}"), [Text(ecdsa)], noon, "Altered", g22),
            new("certificate not registered", content, byEcdsa, [Text(rsa)], noon, "StatusUnknown", []),
            new("another root", content, byForeign, [Text(foreign)], noon, "BadChain", ["H37.02.02"]),
            new("judged after the certificate's end", content, byEcdsa, [Text(ecdsa)], noon.AddYears(2), "ExpiredAtSigning", g22),
            new("judged before the certificate's begin", content, byEcdsa, [Text(ecdsa)], noon.AddYears(-2), "ExpiredAtSigning", g22),
            new("withdrawn before", content, byEcdsa, [Text(ecdsa)], noon, "RevokedAtSigning", g22, noon.AddDays(-1)),
            new("withdrawn later", content, byEcdsa, [Text(ecdsa)], noon, "Ok", g22, noon.AddDays(1)),
            new("RSA-1024", content, bySmall, [Text(small)], noon, "AlgorithmWeak", []),
            new("SHA-1", content, bySha1, [Text(rsa)], noon, "AlgorithmWeak", []),
        };
        return JsonSerializer.Serialize(
            new Vectors(Text(authority.Anchors.Roots[0]), Text(authority.Anchors.Intermediates[0]), cases), Indented) + "\n";

        static string Seal(X509Certificate2 certificate, string content)
        {
            using var sealer = new Sealer(certificate, new StoppedClock(TestAuthority.Noon));
            return Convert.ToBase64String(sealer.Seal(Encoding.UTF8.GetBytes(content)));
        }

        static string Text(X509Certificate2 certificate) => Convert.ToBase64String(certificate.RawData);
    }

    private static X509Certificate2 Load(string base64) => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(base64));

    /// <summary>Certificates are the base64 of their DER.</summary>
    internal sealed record Vectors(string Root, string Issuing, IReadOnlyList<VectorCase> Cases);

    internal sealed record VectorCase(
        string Name, string Content, string Seal, IReadOnlyList<string> Registered, DateTimeOffset At, string Verdict,
        IReadOnlyList<string> Agencies, DateTimeOffset? WithdrawnAt = null);
}
