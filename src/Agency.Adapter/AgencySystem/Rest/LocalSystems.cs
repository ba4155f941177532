using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Net.Http.Headers;

namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>Which key covers which agencies. Read once from the settings.</summary>
internal sealed class LocalSystems
{
    private const string Scheme = "Bearer ";
    private readonly FrozenDictionary<string, Caller> byHash;

    public LocalSystems(AdapterOptions options) => byHash = options.Agencies
        .SelectMany(agency => agency.Keys.Distinct().Select(key => (key, agency)))
        .GroupBy(pair => pair.key, pair => pair.agency)
        .ToFrozenDictionary(group => group.Key, group => new Caller([.. group]));

    /// <summary>The caller of a request, or false when it shows no known key.</summary>
    public bool TryFind(HttpRequest request, [NotNullWhen(true)] out Caller? caller)
    {
        var header = request.Headers[HeaderNames.Authorization].ToString();
        caller = null;
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && TryFind(header[Scheme.Length..], out caller);
    }

    /// <summary>Whose key this is, or false when it is not known.</summary>
    public bool TryFind(string key, [NotNullWhen(true)] out Caller? caller) => byHash.TryGetValue(LocalKey.Hash(key.Trim()), out caller);
}
