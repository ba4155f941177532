using Axis.Contracts.Tls;

namespace Agency.Adapter.AgencySystem.Webhook;

/// <summary>What settings of a webhook must be like.</summary>
internal static class WebhookRules
{
    /// <summary>Every fault, named by its setting; empty when there is none, and when there is no webhook.</summary>
    public static IEnumerable<string> Faults(WebhookOptions options)
    {
        if (options.Url.Length == 0)
        {
            yield break;
        }

        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
        {
            yield return "Url: an http or https address without a user is needed.";
        }
        else if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback && !options.AllowHttp)
        {
            yield return "Url: https is needed to another machine, or AllowHttp.";
        }

        if (FaultOfSecret(options) is { } fault)
        {
            yield return fault;
        }

        if (ServerTrust.FaultOf(options.RootsPath) is { } unusable)
        {
            yield return $"RootsPath: {unusable.Code} {unusable.English}";
        }

        if (options.Patience <= TimeSpan.Zero || options.Patience > TimeSpan.FromMinutes(1))
        {
            yield return "Patience: above zero, at most a minute.";
        }
    }

    private static string? FaultOfSecret(WebhookOptions options)
    {
        try
        {
            return options.ReadSecret().Length < WebhookOptions.ShortestSecret ? $"Secret: at least {WebhookOptions.ShortestSecret} characters are needed." : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return $"SecretPath: {unreadable.Message}";
        }
    }
}
