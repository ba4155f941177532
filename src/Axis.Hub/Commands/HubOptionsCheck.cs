using System.Data.Common;
using Axis.Contracts.Tls;
using Axis.Hub.Ledger;
using Axis.Hub.Mail;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Security;
using Axis.Hub.Platform.Storage;
using Microsoft.Data.SqlClient;

namespace Axis.Hub.Commands;

/// <summary>What is wrong with settings that could be read.</summary>
internal static class HubOptionsCheck
{
    public static IEnumerable<string> Find(HubOptions options) =>
        Addresses(options).Concat(TimeStamps(options)).Concat(Numbers(options)).Concat(Folders(options)).Concat(MailOptionsCheck.Find(options.Mail))
            .Concat(HubCalendar.FaultsOf(options).Select(fault => $"CalendarPath, OfficeHours: {fault.Code} {fault.English}"));

    private static IEnumerable<string> Addresses(HubOptions options)
    {
        if (options.Broker.Length > 0 && !IsBroker(options.Broker))
        {
            yield return "Broker: not amqp(s)://user:password@host:port/vhost";
        }

        if (options.Management.Length > 0 && !(Uri.TryCreate(options.Management, UriKind.Absolute, out var management) && management.Scheme is "http" or "https"))
        {
            yield return $"Management: {options.Management} is no http(s) address";
        }

        if (ServerTrust.FaultOf(options.BrokerRootsPath) is { } unusable)
        {
            yield return $"BrokerRootsPath: {unusable.Code} {unusable.English}";
        }

        if (!Uri.TryCreate(options.AdapterEndpoint, UriKind.Absolute, out var adapters) || adapters.Scheme != "https")
        {
            yield return $"AdapterEndpoint: {options.AdapterEndpoint} is no https address";
        }

        if (!Uri.TryCreate(options.ConsoleEndpoint, UriKind.Absolute, out var console) || console.Scheme != "http" || !console.IsLoopback)
        {
            yield return $"ConsoleEndpoint: {options.ConsoleEndpoint} is no http address on loopback; until sign-in exists the console binds nowhere else";
        }
    }

    private static IEnumerable<string> TimeStamps(HubOptions options)
    {
        if (options.TimeStampAuthority.Length > 0
            && !(Uri.TryCreate(options.TimeStampAuthority, UriKind.Absolute, out var authority) && authority.Scheme is "http" or "https"))
        {
            yield return $"TimeStampAuthority: {options.TimeStampAuthority} is no http(s) address";
        }

        var roots = Path.Combine(options.CertificateFolder, HubCertificates.TimeStampRootsFile);
        if ((options.RequireTimeStamps == true || options.TimeStampAuthority.Length > 0) && !File.Exists(roots))
        {
            yield return $"RequireTimeStamps, TimeStampAuthority: {roots} does not exist, so no time stamp could be judged";
        }
    }

    private static IEnumerable<string> Numbers(HubOptions options)
    {
        if (options.LogFormat is not ("text" or "json"))
        {
            yield return "LogFormat: text or json";
        }

        if (options.Window is < 1 or > 100_000)
        {
            yield return "Window: between 1 and 100000";
        }

        if (options.KeepAlertsDays is not 0 and (< 31 or > 36_500))
        {
            yield return "KeepAlertsDays: 0, or between 31 and 36500";
        }

        if (options.BacklogLimit is < 1 or > 10_000_000)
        {
            yield return "BacklogLimit: between 1 and 10000000";
        }

        if (options.BatchSize is < 1 or > 1000)
        {
            yield return "BatchSize: between 1 and 1000";
        }

        if (options.InlineLimit is < 0 or > 1024 * 1024)
        {
            yield return "InlineLimit: between 0 and 1048576 bytes";
        }

        if (options.PackageLimit < Math.Max(options.InlineLimit, 1024))
        {
            yield return "PackageLimit: at least InlineLimit and 1024 bytes";
        }

        foreach (var (name, value) in new[]
        {
            (nameof(options.ClaimLease), options.ClaimLease), (nameof(options.BatchWait), options.BatchWait),
            (nameof(options.StatesWait), options.StatesWait), (nameof(options.AlertsWait), options.AlertsWait), (nameof(options.QueryAfter), options.QueryAfter),
            (nameof(options.QueryHeldAfter), options.QueryHeldAfter),
        })
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1))
            {
                yield return $"{name}: more than nothing and at most a day";
            }
        }

        if (options.RetryLadder.Count == 0 || options.RetryLadder.Any(step => step <= TimeSpan.Zero))
        {
            yield return "RetryLadder: at least one step, each more than nothing";
        }
    }

    private static IEnumerable<string> Folders(HubOptions options)
    {
        foreach (var (name, value) in new[]
        {
            (nameof(options.Name), options.Name), (nameof(options.AxisCode), options.AxisCode),
            (nameof(options.ContentFolder), options.ContentFolder), (nameof(options.CertificateFolder), options.CertificateFolder),
        })
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                yield return $"{name}: empty";
            }
        }

        if (options.Name.Length > SqlWidth.Actor)
        {
            yield return $"Name: at most {SqlWidth.Actor} characters";
        }

        if (FaultOf(options.Ledger) is { } fault)
        {
            yield return "Ledger: " + fault;
        }
    }

    private static bool IsBroker(string text)
    {
        try
        {
            return BrokerAddress.Parse(text).User.Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string? FaultOf(string ledger)
    {
        const string None = "no connection string (SQLite: Data Source=FILE.db)";
        try
        {
            if (new DbConnectionStringBuilder { ConnectionString = ledger }.Count == 0)
            {
                return None;
            }

            return StorageComponent.DialectOf(ledger) == SqlDialect.SqlServer && new SqlConnectionStringBuilder(ledger).InitialCatalog.Length == 0
                ? "the connection string of SQL Server names no database (Database=NAME); SQLite: Data Source=FILE.db"
                : null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            // The driver names the keyword, never a value.
            return wrong is ArgumentException { Message: var message } && message.StartsWith("Keyword not supported", StringComparison.Ordinal) ? message : None;
        }
    }
}
