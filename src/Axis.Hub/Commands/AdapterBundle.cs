using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Security;

namespace Axis.Hub.Commands;

/// <summary>
/// The folder that an agency's operator puts beside its adapter: <c>adapter.json</c>, certificate and key, roots, the broker's roots, and a key
/// <c>AGENCY.key</c> for each agency's own system. Paths in it are
/// relative to the folder. It holds secrets, so its owner alone may read it.
/// </summary>
internal sealed class AdapterBundle(string folder)
{
    public const string SettingsFile = "adapter.json";
    private const string CertificateFile = "adapter.pem";
    private const string BrokerRootsFile = "broker-roots.pem";

    /// <summary>The adapter's word for the roots of its machine's own store.</summary>
    private const string MachineRoots = "machine";
    private const string KeyEnding = ".key";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public string Folder { get; } = Path.GetFullPath(folder);

    /// <exception cref="CommandFailedException">The folder cannot be made.</exception>
    public void RequireWritable()
    {
        try
        {
            PrivateFiles.CreateFolder(Folder);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"{Folder}: {denied.Message}");
        }
    }

    /// <summary>
    /// Writes the folder. Settings that an operator has changed in an <c>adapter.json</c> of before stay, such as keys of local systems; what this
    /// command decides is set anew.
    /// </summary>
    public void Write(
        HubOptions hub, string adapter, IReadOnlyList<string> agencies, BrokerAddress broker, X509Certificate2 certificate, string localEndpoint)
    {
        var path = Path.Combine(Folder, SettingsFile);
        var settings = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))!.AsObject() : new JsonObject
        {
            ["SpoolFolder"] = "spool",
            ["LocalEndpoint"] = localEndpoint,
        };
        settings["Code"] = adapter;
        settings["Broker"] = broker.ToUri();
        settings["HubEndpoint"] = hub.AdapterEndpoint;
        settings["AxisCode"] = hub.AxisCode;
        settings["InlineLimit"] = hub.InlineLimit;
        settings["CertificatePath"] = CertificateFile;
        settings["RootsPath"] = HubCertificates.RootsFile;
        if (!certificate.HasPrivateKey)
        {
            // The key never leaves the agency; its operator says where it lies.
            settings["KeyPath"] ??= "key.pem";
        }

        var standing = settings["Agencies"] as JsonArray ?? [];
        settings["Agencies"] = new JsonArray([.. agencies.Select(code =>
            standing.FirstOrDefault(entry => (string?)entry?["Code"] == code)?.DeepClone() ?? NewAgency(code))]);

        Replace(CertificateFile, certificate.HasPrivateKey ? CertificatePem.Write(certificate) : certificate.ExportCertificatePem() + "\n");
        Copy(hub, HubCertificates.RootsFile);
        if (Copy(hub, HubCertificates.IntermediatesFile))
        {
            settings["IntermediatesPath"] = HubCertificates.IntermediatesFile;
        }

        if (Copy(hub, HubCertificates.TimeStampRootsFile))
        {
            settings["TimeStampRootsPath"] = HubCertificates.TimeStampRootsFile;
        }

        if (broker.Tls && hub.BrokerRootsPath.Length > 0)
        {
            Replace(BrokerRootsFile, File.ReadAllText(hub.BrokerRootsPath));
            settings["BrokerRootsPath"] = BrokerRootsFile;
        }
        else if ((string?)settings["BrokerRootsPath"] is null or BrokerRootsFile or MachineRoots)
        {
            // As the hub believes the broker from now on; a file that the agency has named itself stays.
            settings.Remove("BrokerRootsPath");
            File.Delete(Path.Combine(Folder, BrokerRootsFile));
            if (broker.Tls)
            {
                settings["BrokerRootsPath"] = MachineRoots;
            }
        }

        if (hub.TimeStampAuthority.Length > 0)
        {
            settings["TimeStampAuthority"] = hub.TimeStampAuthority;
        }

        Replace(SettingsFile, settings.ToJsonString(Indented) + "\n");
    }

    // The settings hold the key's hash only; the key itself is for the agency's own system, in a file that is moved there.
    private JsonObject NewAgency(string code)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        Replace(code + KeyEnding, key + "\n");
        return new()
        {
            ["Code"] = code,
            ["Interface"] = "Rest",
            ["Keys"] = new JsonArray("sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))),
        };
    }

    private bool Copy(HubOptions hub, string name)
    {
        var source = Path.Combine(hub.CertificateFolder, name);
        if (!File.Exists(source))
        {
            return name == HubCertificates.RootsFile
                ? throw new CommandFailedException($"{source} does not exist; put the trusted roots there, or run axis-hub migrate --authority FOLDER for development")
                : false;
        }

        Replace(name, File.ReadAllText(source));
        return true;
    }

    private void Replace(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        var next = path + ".next";
        File.Delete(next);
        PrivateFiles.WriteNew(next, text);
        File.Move(next, path, overwrite: true);
    }
}
