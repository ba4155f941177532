using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Axis.Hub.Commands;
using Axis.Hub.Platform.Bus;
using Axis.TestKit;

namespace Axis.Hub.Tests.Operate;

/// <summary>By whose word an adapter believes its broker: the hub's roots, else its machine's, and none where there is no TLS.</summary>
public sealed class AdapterBundleTests : IDisposable
{
    private const string Plain = "amqp://H37:secret@127.0.0.1:5672/axis";
    private const string Secure = "amqps://H37:secret@127.0.0.1:5671/axis";

    private readonly TempFolder folder = new();
    private readonly HubOptions options;

    public AdapterBundleTests()
    {
        options = new HubOptions { CertificateFolder = folder.Path };
        File.WriteAllText(folder.At("roots.pem"), "roots of the axis");
        File.WriteAllText(BrokerRoots, "roots of the broker");
    }

    private string BrokerRoots => folder.At("broker.pem");

    private string Written => folder.At("bundle", "broker-roots.pem");

    [Theory]
    [InlineData(Secure, true, "broker-roots.pem")]
    [InlineData(Secure, false, "machine")]
    [InlineData(Plain, true, null)]
    [InlineData(Plain, false, null)]
    public void A_new_one_names_the_roots_that_the_hub_itself_believes(string broker, bool hasRoots, string? expected)
    {
        Write(broker, hasRoots).ShouldBe(expected);

        File.Exists(Written).ShouldBe(expected == "broker-roots.pem");
    }

    [Fact]
    public void It_follows_the_hub_from_its_roots_to_the_machines_and_back_and_to_no_TLS()
    {
        Write(Secure, hasRoots: true);

        Write(Secure, hasRoots: false).ShouldBe("machine");
        File.Exists(Written).ShouldBeFalse();
        Write(Secure, hasRoots: true).ShouldBe("broker-roots.pem");
        File.ReadAllText(Written).ShouldBe("roots of the broker");
        Write(Plain, hasRoots: false).ShouldBeNull();
        File.Exists(Written).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Secure, "/etc/ssl/agency.pem")]
    [InlineData(Plain, "/etc/ssl/agency.pem")]
    public void A_file_that_the_agency_has_named_stays(string broker, string own)
    {
        Write(Secure, hasRoots: false);
        var settings = JsonNode.Parse(File.ReadAllText(folder.At("bundle", AdapterBundle.SettingsFile)))!;
        settings["BrokerRootsPath"] = own;
        File.WriteAllText(folder.At("bundle", AdapterBundle.SettingsFile), settings.ToJsonString());

        Write(broker, hasRoots: false).ShouldBe(own);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Writes the bundle.</summary>
    /// <returns>Its roots of the broker.</returns>
    private string? Write(string broker, bool hasRoots)
    {
        options.BrokerRootsPath = hasRoots ? BrokerRoots : "";
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=H37", key, HashAlgorithmName.SHA256).CreateSelfSigned(now, now.AddDays(1));
        var bundle = new AdapterBundle(folder.At("bundle"));
        bundle.RequireWritable();
        bundle.Write(options, "H37", ["H37"], BrokerAddress.Parse(broker), certificate, "http://127.0.0.1:7180");
        using var written = JsonDocument.Parse(File.ReadAllText(folder.At("bundle", AdapterBundle.SettingsFile)));
        return written.RootElement.TryGetProperty("BrokerRootsPath", out var roots) ? roots.GetString() : null;
    }
}
