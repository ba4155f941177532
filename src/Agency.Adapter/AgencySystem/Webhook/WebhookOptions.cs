namespace Agency.Adapter.AgencySystem.Webhook;

/// <summary>Where an agency's own system is told of alerts over HTTP. Checked at start.</summary>
internal sealed class WebhookOptions
{
    /// <summary>Fewest characters of a secret: 32 hex digits are 128 bits.</summary>
    public const int ShortestSecret = 32;

    /// <summary>Address that alerts are posted to; empty: none are.</summary>
    public string Url { get; set; } = "";

    /// <summary>What both sides sign and verify with; best given by a variable, or in a file (<see cref="SecretPath"/>).</summary>
    public string Secret { get; set; } = "";

    /// <summary>File with the secret, white space around it is not part of it; empty: <see cref="Secret"/> counts.</summary>
    public string SecretPath { get; set; } = "";

    /// <summary>PEM file of the authorities, a root at least, that the system's TLS certificate must lead to; empty: the machine's roots.</summary>
    public string RootsPath { get; set; } = "";

    /// <summary>Lets <c>http://</c> lead to other machines; without it only to this one, for alerts would be read and forged on the way.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>How long one call may take.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The secret, from wherever it is given.</summary>
    /// <exception cref="IOException">Its file cannot be read.</exception>
    public string ReadSecret() => SecretPath.Length > 0 ? File.ReadAllText(SecretPath).Trim() : Secret;
}
