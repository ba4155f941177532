using System.Security.Cryptography.X509Certificates;
using Axis.Hub.Platform.Security;
using Xunit;

namespace Axis.TestKit;

/// <summary>A broker's certificates as a test needs them: a good one and those that every client must refuse, by the code that says why.</summary>
internal sealed class ServerPapers : IDisposable
{
    /// <summary>Loopback, and on no certificate unless it is asked for.</summary>
    public const string OtherAddress = "127.0.0.2";

    private readonly TempFolder folder = new();
    private readonly DevelopmentAuthority own;
    private readonly DevelopmentAuthority foreign;
    private readonly List<X509Certificate2> issued = [];

    public ServerPapers()
    {
        own = DevelopmentAuthority.CreateOrLoad(folder.At("own"), TimeProvider.System);
        foreign = DevelopmentAuthority.CreateOrLoad(folder.At("foreign"), TimeProvider.System);
        File.WriteAllText(Roots, own.Anchors.Roots[0].ExportCertificatePem());
    }

    /// <summary>Codes of the refusals.</summary>
    public static TheoryData<string> Codes => ["AXS-7001", "AXS-7002", "AXS-7003", "AXS-7004"];

    /// <summary>PEM file of the root that the good one leads to.</summary>
    public string Roots => folder.At("roots.pem");

    /// <summary>A front whose certificate is refused with this code.</summary>
    public TlsFront Front(string code, int target)
    {
        var now = TimeProvider.System.GetUtcNow();
        return code switch
        {
            "AXS-7001" => Start(foreign, foreign.IssueServer()),
            "AXS-7002" => Start(own, own.IssueServer(), OtherAddress),
            "AXS-7003" => Start(own, own.IssueServer(span: new CertificateSpan(now.AddDays(-30), now.AddHours(-1)))),
            "AXS-7004" => Start(own, own.IssueAdapter("BROKER", [])),
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No such refusal."),
        };

        TlsFront Start(DevelopmentAuthority authority, X509Certificate2 certificate, string address = "127.0.0.1") =>
            TlsFront.Start(target, Keep(certificate), authority.Anchors.Intermediates, address);
    }

    /// <summary>A front that everybody believes who trusts <see cref="Roots"/>.</summary>
    public TlsFront Front(int target, CertificateSpan? span = null) =>
        TlsFront.Start(target, Keep(own.IssueServer(span: span)), own.Anchors.Intermediates);

    /// <summary>The operator gives the server a good certificate.</summary>
    public void Mend(TlsFront front) => front.Show(Keep(own.IssueServer([OtherAddress])), own.Anchors.Intermediates);

    public void Dispose()
    {
        issued.ForEach(certificate => certificate.Dispose());
        own.Dispose();
        foreign.Dispose();
        folder.Dispose();
    }

    private X509Certificate2 Keep(X509Certificate2 certificate)
    {
        issued.Add(certificate);
        return certificate;
    }
}
