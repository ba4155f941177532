using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Errors;
using Axis.Contracts.Tls;

namespace Agency.Adapter.Tests;

public sealed class OptionsRulesTests
{
    [Fact]
    public void The_brokers_roots_that_cannot_be_used_are_named_by_code()
    {
        AdapterOptionsRules.Faults(new AdapterOptions { BrokerRootsPath = "/nowhere/at/all" })
            .ShouldContain(fault => fault.StartsWith("BrokerRootsPath: AXS-7006 ", StringComparison.Ordinal) && fault.Contains("/nowhere/at/all", StringComparison.Ordinal));
        AdapterOptionsRules.Faults(new AdapterOptions()).ShouldNotContain(fault => fault.StartsWith("BrokerRootsPath", StringComparison.Ordinal));
    }

    /// <summary>Who the broker is believed by: nobody but those that hub and seals are believed by, unless the settings say so.</summary>
    [Theory, InlineData("", "own"), InlineData("machine", "machine"), InlineData("others.pem", "others")]
    public void The_broker_is_believed_by_the_adapters_own_authorities_unless_others_are_named(string setting, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("axis-broker-roots-").FullName;
        using var own = new TestPki();
        using var others = new TestPki();
        try
        {
            using var identity = own.Issue("H37", "H37");
            File.WriteAllText(Path.Combine(folder, "own.pem"), identity.ExportCertificatePem() + "\n" + identity.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
            File.WriteAllText(Path.Combine(folder, "roots.pem"), own.RootPem);
            File.WriteAllText(Path.Combine(folder, "others.pem"), others.RootPem);
            File.WriteAllText(
                Path.Combine(folder, "adapter.json"),
                $$"""{ "Code": "H37", "CertificatePath": "own.pem", "RootsPath": "roots.pem", "BrokerRootsPath": "{{setting}}" }""");
            var options = AdapterSettings.Read(["--config", Path.Combine(folder, "adapter.json")]);
            AdapterOptionsRules.Faults(options).ShouldNotContain(fault => fault.StartsWith("BrokerRootsPath", StringComparison.Ordinal));
            using var certificates = new AdapterCertificates(options);

            (certificates.Broker == ServerTrust.Machine).ShouldBe(expected == "machine");
            Believes(own).ShouldBe(expected == "own");
            Believes(others).ShouldBe(expected == "others");

            bool Believes(TestPki pki)
            {
                // No certificate of these is a server's: what the judgement stops at says whether it came past the root.
                using var shown = pki.Issue("G22", "G22");
                return certificates.Broker.Judge("broker", shown, null, System.Net.Security.SslPolicyErrors.None)!.Code != ErrorCatalogue.ServerUntrusted.Code;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_fault_about_time_stamps_is_told_at_once()
    {
        var faults = AdapterOptionsRules.Faults(new AdapterOptions
        {
            TimeStampAuthority = "ftp://tsa", TimeStampRootsPath = "/nowhere/at/all", TimeStampPatience = TimeSpan.Zero,
        });
        faults.ShouldContain(fault => fault.StartsWith("TimeStampAuthority: ", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.StartsWith("TimeStampRootsPath: '/nowhere/at/all'", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.StartsWith("TimeStampPatience: ", StringComparison.Ordinal));

        AdapterOptionsRules.Faults(new AdapterOptions { TimeStampAuthority = "http://tsa" })
            .ShouldContain(fault => fault.StartsWith("TimeStampRootsPath: the authority's stamps", StringComparison.Ordinal));
        AdapterOptionsRules.Faults(new AdapterOptions()).ShouldNotContain(fault => fault.StartsWith("TimeStamp", StringComparison.Ordinal));
    }
}
