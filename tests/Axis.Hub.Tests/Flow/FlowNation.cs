using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Endpoint;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Security;
using Axis.Simulator.TimeStamps;

namespace Axis.Hub.Tests.Flow;

/// <summary>
/// A small nation: VPCP (G22), a province (H37) whose adapter also serves its department H37.02, a second province (H14), and
/// a locked agency (H99).
/// </summary>
internal sealed class FlowNation : IAgencyRegistry, ICertificateSource, IDisposable
{
    public static readonly Guid Vpcp = new("00000000-0000-0000-0000-000000000022");
    public static readonly Guid Province = new("00000000-0000-0000-0000-000000000037");
    public static readonly Guid Department = new("00000000-0000-0000-0000-000000003702");
    public static readonly Guid Other = new("00000000-0000-0000-0000-000000000014");
    public static readonly Guid Locked = new("00000000-0000-0000-0000-000000000099");

    private readonly string folder = Directory.CreateTempSubdirectory("axis-flow-").FullName;
    private readonly DevelopmentAuthority authority;
    private readonly Dictionary<string, X509Certificate2> certificates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, X509Certificate2> byHash = new(StringComparer.Ordinal);
    private readonly TimeProvider time;
    private AgencyDirectory? seen;

    public FlowNation(TimeProvider time)
    {
        this.time = time;
        authority = DevelopmentAuthority.CreateOrLoad(folder, time);
        Issue("G22", "G22");
        Issue("H37", "H37");
        Issue("H14", "H14");
        Issue("AXIS");
        Verifier = new SealVerifier(this, authority.Anchors, time);
        StampJudge = new SealVerifier(this, authority.Anchors, time, new SealVerifierOptions { TimeStampAuthorities = authority.Anchors });
        Registry = Make([]);
    }

    public SealVerifier Verifier { get; }

    /// <summary>A verifier that knows the nation's time-stamping authority.</summary>
    public SealVerifier StampJudge { get; }

    public AgencyDirectory Registry { get; private set; }

    /// <summary>Changes the registry, as an operator does.</summary>
    public void Change(IEnumerable<AgencyEntry> more, params string[] suspended) => Registry = Make([.. more], suspended);

    /// <summary>Makes <paramref name="code"/> stand for another one from an instant on.</summary>
    public void Succeed(string code, string successor, DateTimeOffset? from = null) => Registry = new(
        Registry.Agencies,
        Registry.Aliases.Select(alias => alias.Alias == code ? alias with { SuccessorCode = successor, SuccessorFrom = from } : alias),
        Registry.Adapters);

    /// <summary>Lets an adapter send in an agency's name.</summary>
    public void Delegate(Guid agency, string adapter, params string[] types) => Registry = new(
        Registry.Agencies, Registry.Aliases, Registry.Adapters,
        [new(Guid.CreateVersion7(), agency, adapter, types, DateTimeOffset.UnixEpoch, null, null)]);

    /// <summary>Gives an agency another adapter.</summary>
    public void Move(string code, string adapter) => Registry = new(
        Registry.Agencies.Select(agency => agency.Code == code ? agency with { AdapterCode = adapter } : agency), Registry.Aliases, Registry.Adapters);

    /// <summary>Suspends an agency, or lets it go when no instant is given.</summary>
    public void Suspend(string code, DateTimeOffset? since) => Registry = new(
        Registry.Agencies.Select(agency => agency.Code == code ? agency with { Active = since is null, SuspendedSince = since } : agency), Registry.Aliases, Registry.Adapters);

    /// <summary>Suspends an adapter.</summary>
    public void SuspendAdapter(string code, DateTimeOffset since) => Registry = new(
        Registry.Agencies, Registry.Aliases,
        Registry.Adapters.Select(adapter => adapter.Code == code ? adapter with { Active = false, SuspendedSince = since } : adapter));

    /// <summary>Changes the registry through another process: snapshots stay as they are until somebody asks for the latest.</summary>
    public void ChangeElsewhere(IEnumerable<AgencyEntry> more, params string[] suspended)
    {
        seen ??= Registry;
        Change(more, suspended);
    }

    /// <summary>An adapter as it calls over HTTPS.</summary>
    public AdapterIdentity IdentityOf(string adapter) => new(adapter, AgencyCertificate.Of(certificates[adapter]));

    public X509Certificate2 CertificateOf(string adapter) => certificates[adapter];

    public Sealer SealerOf(string adapter) => new(certificates[adapter], time);

    /// <summary>The message under a time stamp of the nation's authority.</summary>
    public async Task<Incoming<SubmitMessage>> StampAsync(Incoming<SubmitMessage> incoming, CancellationToken cancellation)
    {
        using var certificate = authority.IssueTimeStamping();
        var stamper = new TimeStamper(new InProcessAuthority(new TimeStampResponder(certificate, time)), authority.Anchors, time);
        var sealedAt = Manifest.Read(incoming.Message.Manifest).Manifest!.SealedAt;
        var stamped = (await stamper.StampAsync(incoming.Message.Seal, sealedAt, cancellation)).ShouldBeOfType<TimeStampOutcome.Stamped>();
        return incoming with { Message = incoming.Message with { Seal = stamped.Seal } };
    }

    public ValueTask<AgencyDirectory> CurrentAsync(CancellationToken cancellation) => new(seen ?? Registry);

    public ValueTask<AgencyDirectory> LatestAsync(CancellationToken cancellation) => new(Registry);

    public ValueTask<RegisteredCertificate?> FindAsync(string sha256, CancellationToken cancellationToken) =>
        new(byHash.TryGetValue(sha256, out var certificate) ? new RegisteredCertificate(certificate) : null);

    public static AgencyEntry Agency(Guid id, string code, string? adapter, Guid? parent = null, bool active = true) =>
        new(id, code, code, code, "agency", parent, adapter, active, false, DateTimeOffset.UnixEpoch);

    public void Dispose()
    {
        foreach (var certificate in certificates.Values)
        {
            certificate.Dispose();
        }

        authority.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static AgencyDirectory Make(AgencyEntry[] more, params string[] suspended)
    {
        AgencyEntry[] agencies =
        [
            Agency(Vpcp, "G22", "G22"),
            Agency(Province, "H37", "H37"),
            Agency(Department, "H37.02", null, Province),
            Agency(Other, "H14", "H14"),
            Agency(Locked, "H99", "H14", active: false),
            .. more,
        ];
        AliasEntry[] aliases =
        [
            .. agencies.Select(agency => new AliasEntry(agency.Code, agency.AgencyId, "code", null, null)),
            new("000.00.00.G22", Vpcp, "code102", null, null),
            new("000.00.02.H37", Department, "code102", null, null),
        ];
        AdapterEntry[] adapters = [.. new[] { "G22", "H37", "H14" }.Select(code => new AdapterEntry(code, code, !suspended.Contains(code), null))];
        return new(agencies, aliases, adapters);
    }

    private sealed class InProcessAuthority(TimeStampResponder responder) : ITimeStampAuthority
    {
        public Task<byte[]> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken) =>
            Task.FromResult(responder.Answer(request.ToArray()));
    }

    private void Issue(string adapter, params string[] agencies)
    {
        var certificate = authority.IssueAdapter(adapter, agencies);
        certificates[adapter] = certificate;
        byHash[AgencyCertificate.HashOf(certificate)] = certificate;
    }
}
