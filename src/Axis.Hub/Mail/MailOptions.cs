namespace Axis.Hub.Mail;

/// <summary>How the way to the mail server is secured.</summary>
public enum MailTls
{
    /// <summary>STARTTLS, required: a server that does not offer it gets nothing.</summary>
    StartTls,

    /// <summary>TLS from the first byte, as on port 465.</summary>
    Implicit,

    /// <summary>None; to loopback only.</summary>
    None,
}

/// <summary>E-mail of the hub: off until it has a server.</summary>
public sealed class MailOptions
{
    /// <summary>Name or address of the SMTP server; empty: no e-mail.</summary>
    public string Host { get; set; } = "";

    /// <summary>Port of the server: 587 is that of submission, 465 that of TLS from the first byte.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the way there is secured.</summary>
    public MailTls Tls { get; set; } = MailTls.StartTls;

    /// <summary>PEM file of the authorities, a root at least, that the server's certificate must lead to; empty: the machine's roots.</summary>
    public string RootsPath { get; set; } = "";

    /// <summary>User at the server; empty: none is named.</summary>
    public string User { get; set; } = "";

    /// <summary>File whose first line is the user's password; read at every connection.</summary>
    public string PasswordFile { get; set; } = "";

    /// <summary>Address that mail comes from, bare.</summary>
    public string From { get; set; } = "";

    /// <summary>Addresses of the operators, separated by commas: told of every alert that names no agency.</summary>
    public string Operators { get; set; } = "";

    /// <summary>How long nobody is written to about alerts again, once they were: what happens meanwhile is one mail at its end.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Mail that waits for so long is an alert, and the hub's readiness says so.</summary>
    public TimeSpan WaitLimit { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Most bytes of attachments: above them a statement goes as PDF only.</summary>
    public long AttachmentLimit { get; set; } = 10L * 1024 * 1024;

    /// <summary>Days after which what a sent message said leaves the ledger; that it was sent stays as long as alerts do. 0: it stays as long.</summary>
    public int KeepBodiesDays { get; set; } = 30;

    /// <summary>True when there is a server.</summary>
    internal bool IsOn => Host.Length > 0;

    /// <summary>The operators' addresses, one by one.</summary>
    internal IReadOnlyList<string> OperatorAddresses =>
        [.. Operators.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}
