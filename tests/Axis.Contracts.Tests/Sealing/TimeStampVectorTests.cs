using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Axis.Contracts.Sealing;

namespace Axis.Contracts.Tests.Sealing;

/// <summary>
/// Stamped seals made once, judged for ever, as in <see cref="VectorTests"/>. With AXIS_NEW_TIME_STAMP_VECTORS=path a fresh file is
/// written there instead.
/// </summary>
public sealed class TimeStampVectorTests
{
    private const string Approved = "time-stamp-vectors.approved.json";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_vector_gets_its_approved_verdict()
    {
        if (Environment.GetEnvironmentVariable("AXIS_NEW_TIME_STAMP_VECTORS") is { Length: > 0 } path)
        {
            await File.WriteAllTextAsync(path, await MakeAsync(), Cancelled);
        }

        Vectors vectors = JsonSerializer.Deserialize<Vectors>(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Sealing", Approved), Cancelled), Indented)!;
        vectors.Cases.Count.ShouldBeGreaterThanOrEqualTo(12);
        foreach (StampCase one in vectors.Cases)
        {
            var registry = new Registry();
            registry.Add(Load(one.Registered), one.WithdrawnAt);
            var verifier = new SealVerifier(registry, Anchors(vectors.Authorities), TimeProvider.System, new SealVerifierOptions
            {
                TimeStampAuthorities = one.Judged ? Anchors(vectors.TimeStampAuthorities) : null,
            });
            SealVerdict verdict = await verifier.VerifyAsync(Encoding.UTF8.GetBytes(vectors.Content), Convert.FromBase64String(one.Seal), one.At, Cancelled);
            verdict.Code.ToString().ShouldBe(one.Verdict, one.Name);
            (verdict.Finding?.Code).ShouldBe(one.Error, one.Name);
            verdict.TimeStamp!.Code.ToString().ShouldBe(one.TimeStamp, one.Name);
            verdict.TimeStamp.StampedAt.ShouldBe(one.StampedAt, one.Name);
        }
    }

    private static async Task<string> MakeAsync()
    {
        using var authority = new TestAuthority();
        using var timeRoot = new TestAuthority("TSA");
        using var stranger = new TestAuthority("Stranger");
        using X509Certificate2 rsa = authority.IssueRsa(2048, "H37", "H37.02.02");
        using X509Certificate2 ecdsa = authority.IssueEcdsa("H37", "H37.02.02");
        using X509Certificate2 rsaStamp = timeRoot.IssueTimeStamping(rsa: true, purposes: TestStamps.TimeStamping);
        using X509Certificate2 ecdsaStamp = timeRoot.IssueTimeStamping(purposes: TestStamps.TimeStamping);
        using X509Certificate2 unreserved = timeRoot.IssueTimeStamping();
        using X509Certificate2 foreign = stranger.IssueTimeStamping(purposes: TestStamps.TimeStamping);
        using X509Certificate2 past = timeRoot.IssueTimeStamping(to: TestAuthority.Noon.AddDays(-1), purposes: TestStamps.TimeStamping);
        DateTimeOffset noon = TestAuthority.Noon;
        string content = Encoding.UTF8.GetString(new Manifest(
            1, Guid.Parse("0b2e4d0a-93a4-5c55-8b0e-0d6f3f9ae001"), Manifest.Edoc, "H37.02.02", ["000.00.00.G22"],
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 4096, noon).ToBytes());
        byte[] byRsa = Seal(rsa);
        byte[] byEcdsa = Seal(ecdsa);
        string stamped = await StampAsync(byEcdsa, ecdsaStamp);
        var cases = new List<StampCase>
        {
            Good("RSA-2048 stamped under RSA-2048", await StampAsync(byRsa, rsaStamp), rsa),
            Good("RSA-2048 stamped under ECDSA P-256", await StampAsync(byRsa, ecdsaStamp), rsa),
            Good("ECDSA P-256 stamped under RSA-2048", await StampAsync(byEcdsa, rsaStamp), ecdsa),
            Good("ECDSA P-256 stamped under ECDSA P-256", stamped, ecdsa),
            Good("withdrawn after the stamped time", stamped, ecdsa) with { WithdrawnAt = noon.AddSeconds(31) },
            new("withdrawn before the stamped time", stamped, Text(ecdsa), noon, "RevokedAtSigning", "Ok", noon.AddSeconds(30), "AXS-3006", noon.AddSeconds(29)),
            new("no stamp", Convert.ToBase64String(byEcdsa), Text(ecdsa), noon, "Ok", "NoTimestamp"),
            new("no authority configured", stamped, Text(ecdsa), noon, "Ok", "StatusUnknown") { Judged = false },
            Bad("stamp of another seal", ByHand(byEcdsa, ecdsaStamp, of: byRsa), "Altered", "AXS-3013"),
            Bad("authority of another root", ByHand(byEcdsa, foreign), "BadChain", "AXS-3014"),
            Bad("certificate not reserved for time stamping", ByHand(byEcdsa, unreserved), "BadChain", "AXS-3015"),
            Bad("authority expired at the stamped time", ByHand(byEcdsa, past), "ExpiredAtSigning", "AXS-3016"),
            Bad("imprint by SHA-1", ByHand(byEcdsa, rsaStamp, imprint: TestStamps.Sha1), "AlgorithmWeak", "AXS-3017"),
            Bad("stamped too early", ByHand(byEcdsa, ecdsaStamp, at: noon.AddSeconds(-61)), "NoTimestamp", "AXS-3018"),
            Bad("stamped too late", ByHand(byEcdsa, ecdsaStamp, at: noon.AddSeconds(301)), "NoTimestamp", "AXS-3018"),
        };
        return JsonSerializer.Serialize(
            new Vectors([.. Texts(authority)], [.. Texts(timeRoot)], content, cases), Indented) + "\n";

        byte[] Seal(X509Certificate2 certificate)
        {
            using var sealer = new Sealer(certificate, new StoppedClock(noon));
            return sealer.Seal(Encoding.UTF8.GetBytes(content));
        }

        async Task<string> StampAsync(byte[] seal, X509Certificate2 by)
        {
            var clock = new StoppedClock(noon.AddSeconds(30));
            var outcome = await new TimeStamper(TestStamps.Authority(by, clock), timeRoot.Anchors, clock).StampAsync(seal, noon, Cancelled);
            return Convert.ToBase64String(((TimeStampOutcome.Stamped)outcome).Seal);
        }

        string ByHand(byte[] seal, X509Certificate2 by, byte[]? of = null, DateTimeOffset? at = null, string imprint = TestStamps.Sha256) =>
            Convert.ToBase64String(TestStamps.Attach(seal, TestStamps.Token(TestStamps.SignatureOf(of ?? seal), by, at ?? noon, imprint)));

        StampCase Good(string name, string seal, X509Certificate2 certificate) =>
            new(name, seal, Text(certificate), noon, "Ok", "Ok", noon.AddSeconds(30));

        StampCase Bad(string name, string seal, string verdict, string error) => new(name, seal, Text(ecdsa), noon, verdict, verdict, Error: error);

        static string Text(X509Certificate2 certificate) => Convert.ToBase64String(certificate.RawData);

        static IEnumerable<string> Texts(TestAuthority from) => from.Anchors.Roots.Concat(from.Anchors.Intermediates).Select(Text);
    }

    private static TrustAnchors Anchors(IEnumerable<string> certificates) => TrustAnchors.Of(certificates.Select(Load));

    private static X509Certificate2 Load(string base64) => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(base64));

    /// <summary>Certificates are the base64 of their DER: roots first, then issuing authorities.</summary>
    internal sealed record Vectors(
        IReadOnlyList<string> Authorities, IReadOnlyList<string> TimeStampAuthorities, string Content, IReadOnlyList<StampCase> Cases);

    internal sealed record StampCase(
        string Name, string Seal, string Registered, DateTimeOffset At, string Verdict, string TimeStamp, DateTimeOffset? StampedAt = null,
        string? Error = null, DateTimeOffset? WithdrawnAt = null)
    {
        /// <summary>False: the verifier knows no time-stamping authority.</summary>
        public bool Judged { get; init; } = true;
    }
}
