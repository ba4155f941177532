using Agency.Adapter.AgencySystem.Rest;
using Agency.Adapter.AgencySystem.Webhook;
using Axis.Contracts.Sealing;
using Axis.Contracts.Tls;

namespace Agency.Adapter;

/// <summary>What settings must be like for an adapter to start.</summary>
internal static class AdapterOptionsRules
{
    /// <summary>Every fault, named by its setting; empty when the adapter can start.</summary>
    public static IReadOnlyList<string> Faults(AdapterOptions options)
    {
        var faults = new List<string>();
        Require(options.Code.Length > 0, "Code: the adapter's code is missing.");
        Require(options.Agencies.Count > 0, "Agencies: at least one agency must be served.");
        Require(
            options.Agencies.All(agency => agency.Code.Length > 0)
            && options.Agencies.DistinctBy(agency => agency.Code, StringComparer.OrdinalIgnoreCase).Count() == options.Agencies.Count,
            "Agencies: each needs a code of its own.");
        foreach (var agency in options.Agencies.Where(agency => agency.Interface == InboundInterface.Folder && agency.Folder.Length == 0))
        {
            faults.Add($"Agencies/{agency.Code}/Folder: the folder interface needs one.");
        }

        foreach (var agency in options.Agencies.Where(agency => agency.Keys.Any(key => !LocalKey.IsHash(key))))
        {
            faults.Add($"Agencies/{agency.Code}/Keys: an entry is 'sha256:' and 64 hex digits of the key's SHA-256, never the key itself.");
        }

        faults.AddRange(options.Agencies.SelectMany(agency => WebhookRules.Faults(agency.Webhook).Select(fault => $"Agencies/{agency.Code}/Webhook/{fault}")));
        Require(File.Exists(options.CertificatePath), $"CertificatePath: '{options.CertificatePath}' is no file.");
        Require(options.KeyPath.Length == 0 || File.Exists(options.KeyPath), $"KeyPath: '{options.KeyPath}' is no file.");
        Require(IsThere(options.RootsPath), $"RootsPath: '{options.RootsPath}' is neither file nor folder.");
        Require(
            options.IntermediatesPath.Length == 0 || IsThere(options.IntermediatesPath),
            $"IntermediatesPath: '{options.IntermediatesPath}' is neither file nor folder.");
        Require(
            options.Broker.Length == 0 || Uri.TryCreate(options.Broker, UriKind.Absolute, out var broker) && broker.Scheme is "amqp" or "amqps",
            "Broker: an address like amqps://user:password@host:5671/vhost is needed.");
        if (options.BrokerRootsPath != AdapterOptions.MachineRoots && ServerTrust.FaultOf(options.BrokerRootsPath) is { } unusable)
        {
            faults.Add($"BrokerRootsPath: {unusable.Code} {unusable.English}");
        }

        Require(
            Uri.TryCreate(options.HubEndpoint, UriKind.Absolute, out var hub) && hub.Scheme == Uri.UriSchemeHttps,
            "HubEndpoint: an https address is needed.");
        Require(
            Uri.TryCreate(options.LocalEndpoint, UriKind.Absolute, out var local) && local.IsLoopback,
            "LocalEndpoint: agencies' systems are served on loopback only.");
        Require(
            options.TimeStampRootsPath.Length == 0 || IsThere(options.TimeStampRootsPath),
            $"TimeStampRootsPath: '{options.TimeStampRootsPath}' is neither file nor folder.");
        Require(
            options.TimeStampAuthority.Length == 0
            || Uri.TryCreate(options.TimeStampAuthority, UriKind.Absolute, out var stamps) && stamps.Scheme is "http" or "https",
            "TimeStampAuthority: an http or https address is needed.");
        Require(
            options.TimeStampAuthority.Length == 0 || options.TimeStampRootsPath.Length > 0,
            "TimeStampRootsPath: the authority's stamps cannot be judged without its roots.");
        Require(
            options.TimeStampPatience > TimeSpan.Zero && options.TimeStampPatience <= TimeStampRules.After / 2,
            $"TimeStampPatience: above zero, at most {TimeStampRules.After / 2}.");
        Require(options.LogFormat is "text" or "json", "LogFormat: text or json.");
        Require(options.InlineLimit >= 0, "InlineLimit: not below 0.");
        Require(options.BodyLimit >= 1, "BodyLimit: at least 1.");
        Require(options.DiskReserve >= 0, "DiskReserve: not below 0.");
        Require(options.KeepContentDays >= 0, "KeepContentDays: not below 0; 0 keeps everything.");
        Require(options.Prefetch is >= 1 and <= 50, "Prefetch: 1 to 50.");
        Require(
            options.ReceiptPatience > TimeSpan.Zero && options.HeartbeatEvery > TimeSpan.Zero && options.RereadEvery > TimeSpan.Zero
            && options.RetryFirst > TimeSpan.Zero && options.RetryLongest >= options.RetryFirst && options.AcknowledgeWait >= TimeSpan.Zero,
            "ReceiptPatience, HeartbeatEvery, RereadEvery, RetryFirst, RetryLongest, AcknowledgeWait: positive spans, RetryLongest not below RetryFirst.");
        Require(
            options.ReconcileSpread >= TimeSpan.Zero && options.ReconcileAt.ToTimeSpan() + options.ReconcileSpread < TimeSpan.FromDays(1),
            "ReconcileAt, ReconcileSpread: together before the next midnight.");
        return faults;

        void Require(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }
    }

    private static bool IsThere(string path) => File.Exists(path) || Directory.Exists(path);
}
