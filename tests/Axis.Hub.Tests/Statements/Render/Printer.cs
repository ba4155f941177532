using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;
using Axis.Hub.Platform.Security;
using Axis.Hub.Statements.Render;

namespace Axis.Hub.Tests.Statements.Render;

/// <summary>Makes files with a sealing certificate of a development authority.</summary>
public sealed class Printer : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("axis-print-").FullName;
    private readonly DevelopmentAuthority authority;

    public Printer()
    {
        authority = DevelopmentAuthority.CreateOrLoad(folder, TimeProvider.System);
        Seal = authority.IssueHubSeal("AXIS");
        Authority = authority.Anchors;
        Files = new(Seal, TimeProvider.System, [.. Authority.Roots, .. Authority.Intermediates]);
    }

    internal X509Certificate2 Seal { get; }

    internal TrustAnchors Authority { get; }

    internal StatementFiles Files { get; }

    public void Dispose()
    {
        Files.Dispose();
        Seal.Dispose();
        authority.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
