using System.Net;
using Axis.Contracts.Tls;
using Axis.Hub.Agencies.Contacts;

namespace Axis.Hub.Mail;

/// <summary>What is wrong with the settings of e-mail.</summary>
internal static class MailOptionsCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Everything; of a hub without a server nothing.</summary>
    public static IEnumerable<string> Find(MailOptions options) => options.IsOn ? Server(options).Concat(Addresses(options)).Concat(Numbers(options)) : [];

    private static IEnumerable<string> Server(MailOptions options)
    {
        if (options.Port is < 1 or > 65535)
        {
            yield return "Mail:Port: between 1 and 65535";
        }

        if (!Enum.IsDefined(options.Tls))
        {
            yield return $"Mail:Tls: {string.Join(", ", Enum.GetNames<MailTls>())}";
        }

        if (options.Tls == MailTls.None && !IsLoopback(options.Host))
        {
            yield return $"Mail:Tls: None is for a server on loopback, not for {options.Host}";
        }

        if (ServerTrust.FaultOf(options.RootsPath) is { } unusable)
        {
            yield return $"Mail:RootsPath: {unusable.Code} {unusable.English}";
        }

        if (options.User.Length > 0 != options.PasswordFile.Length > 0)
        {
            yield return "Mail:User, Mail:PasswordFile: both or neither";
        }
        else if (options.PasswordFile.Length > 0 && !File.Exists(options.PasswordFile))
        {
            yield return $"Mail:PasswordFile: {options.PasswordFile} does not exist";
        }
    }

    private static IEnumerable<string> Addresses(MailOptions options)
    {
        if (ContactAddress.FaultOf(options.From) is { } fault)
        {
            yield return $"Mail:From: {fault}";
        }

        foreach (var wrong in options.OperatorAddresses.Select(ContactAddress.FaultOf).OfType<string>())
        {
            yield return $"Mail:Operators: {wrong}";
        }
    }

    private static IEnumerable<string> Numbers(MailOptions options)
    {
        foreach (var (name, value) in new[] { (nameof(options.Window), options.Window), (nameof(options.WaitLimit), options.WaitLimit) })
        {
            if (value < TimeSpan.FromMinutes(1) || value > Longest)
            {
                yield return $"Mail:{name}: between a minute and a day";
            }
        }

        if (options.KeepBodiesDays is < 0 or > 36_500)
        {
            yield return "Mail:KeepBodiesDays: between 0 and 36500";
        }

        if (options.AttachmentLimit < 64 * 1024)
        {
            yield return "Mail:AttachmentLimit: at least 65536 bytes";
        }
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
