using System.Reflection;

namespace Axis.Hub.Commands;

/// <summary>
/// Where settings come from: <c>axis-hub.json</c>, then environment variables <c>AXIS_NAME</c>, then the command line; the last one
/// counts. Everything that is wrong is said at once.
/// </summary>
internal static class HubSettings
{
    public const string DefaultFile = "axis-hub.json";
    public const string Prefix = "AXIS_";

    private static readonly Dictionary<string, PropertyInfo> Names =
        typeof(HubOptions).GetProperties().ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads and checks the settings.</summary>
    /// <param name="file">Settings file; null: <see cref="DefaultFile"/> if it is there.</param>
    /// <param name="given">Settings of the command line by name.</param>
    /// <exception cref="CommandFailedException">Something is wrong; all of it is in the reasons.</exception>
    public static HubOptions Load(string? file, IReadOnlyDictionary<string, string?> given)
    {
        var errors = new List<string>();
        var inFile = ReadFile(file, errors);
        errors.AddRange(inFile.GetChildren().Select(section => section.Key).Concat(given.Keys.Select(RootOf))
            .Where(name => !Names.ContainsKey(name)).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => $"{name} is no setting; there are {string.Join(", ", Names.Keys)}"));
        var settings = new ConfigurationBuilder()
            .AddConfiguration(inFile)
            .AddEnvironmentVariables(Prefix)
            .AddInMemoryCollection(given)
            .Build();
        var options = new HubOptions();
        foreach (var property in Names.Values)
        {
            Bind(options, property, settings.GetSection(property.Name), errors);
        }

        if (errors.Count == 0)
        {
            errors.AddRange(HubOptionsCheck.Find(options));
        }

        return errors.Count == 0 ? options : throw new CommandFailedException(errors);
    }

    /// <summary>The setting to which a member such as <c>Mail:Host</c> belongs.</summary>
    private static string RootOf(string name) => name.Split(ConfigurationPath.KeyDelimiter)[0];

    private static IConfiguration ReadFile(string? file, List<string> errors)
    {
        if (file is not null && !File.Exists(file))
        {
            errors.Add($"the settings file {file} does not exist");
        }

        try
        {
            return new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(file ?? DefaultFile), optional: true).Build();
        }
        catch (InvalidDataException broken)
        {
            errors.Add($"{broken.Message} {broken.InnerException?.Message}".Trim());
            return new ConfigurationBuilder().Build();
        }
    }

    private static void Bind(HubOptions options, PropertyInfo property, IConfigurationSection section, List<string> errors)
    {
        if (!section.Exists())
        {
            return;
        }

        try
        {
            var type = property.PropertyType == typeof(IReadOnlyList<TimeSpan>) ? typeof(List<TimeSpan>) : property.PropertyType;
            if (section.Get(type, binder => binder.ErrorOnUnknownConfiguration = true) is { } value)
            {
                property.SetValue(options, value);
            }
            else
            {
                errors.Add($"{property.Name} has no value");
            }
        }
        catch (InvalidOperationException wrong)
        {
            errors.Add($"{property.Name}: {section.Value} is no {Describe(property.PropertyType)} ({(wrong.InnerException ?? wrong).Message})");
        }
    }

    private static string Describe(Type type) =>
        type == typeof(TimeSpan) ? "time span (hh:mm:ss)" : type == typeof(int) || type == typeof(long) ? "whole number" : type.Name;
}
