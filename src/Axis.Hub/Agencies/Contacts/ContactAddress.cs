using MimeKit;

namespace Axis.Hub.Agencies.Contacts;

/// <summary>E-mail addresses: which are taken, and how they are shown where they need not be read.</summary>
internal static class ContactAddress
{
    /// <summary>RFC 5321 4.5.3.1.3, as corrected by erratum 1690.</summary>
    public const int Longest = 254;

    private static readonly ParserOptions Strict = new() { AddressParserComplianceMode = RfcComplianceMode.Strict, AllowAddressesWithoutDomain = false, AllowUnquotedCommasInAddresses = false };

    /// <summary>What is wrong with an address, or null: a bare address of one mailbox in ASCII, with a domain that has a dot.</summary>
    public static string? FaultOf(string address)
    {
        if (address.Length > Longest)
        {
            return $"an address has at most {Longest} characters";
        }

        return address.All(letter => letter is > ' ' and < '\u007f') && MailboxAddress.TryParse(Strict, address, out var mailbox) && mailbox.Address == address
            && string.IsNullOrEmpty(mailbox.Name) && mailbox.Route.Count == 0 && mailbox.Domain.Contains('.', StringComparison.Ordinal)
            ? null
            : $"{address} is no e-mail address (name@domain, in ASCII; a domain with other letters as xn--)";
    }

    /// <summary>An address as logs and the audit trail have it: <c>n***@moh.gov.vn</c>.</summary>
    public static string Mask(string address) =>
        address.LastIndexOf('@') is var at and > 0 ? $"{address[0]}***{address[at..]}" : "***";

    /// <summary>A text in which an address may stand, such as a server's answer, with the address masked.</summary>
    public static string MaskIn(string text, string address) => text.Replace(address, Mask(address), StringComparison.OrdinalIgnoreCase);
}
