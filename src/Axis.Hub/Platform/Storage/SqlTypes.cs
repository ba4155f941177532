using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Platform.Storage;

/// <summary>
/// How keys, times and dates pass between code and columns. Both databases may be open in one process, so each handler
/// looks at the parameter that it fills.
/// </summary>
internal static class SqlTypes
{
    private static readonly Lock Gate = new();
    private static bool registered;

    public static void Register()
    {
        lock (Gate)
        {
            if (registered)
            {
                return;
            }

            // Dapper asks its own map before a handler.
            foreach (var type in (Type[])[typeof(Guid), typeof(Guid?), typeof(DateTimeOffset), typeof(DateTimeOffset?), typeof(DateOnly), typeof(DateOnly?)])
            {
                SqlMapper.RemoveTypeMap(type);
            }

            SqlMapper.AddTypeHandler(new GuidHandler());
            SqlMapper.AddTypeHandler(new TimeHandler());
            SqlMapper.AddTypeHandler(new DateHandler());
            registered = true;
        }
    }

    private sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        public override Guid Parse(object value) => value is Guid guid ? guid : Guid.ParseExact((string)value, "D");

        public override void SetValue(IDbDataParameter parameter, Guid value) =>
            parameter.Value = parameter is SqliteParameter ? value.ToString("D") : value;
    }

    internal sealed class TimeHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value is DateTimeOffset time ? time : SqlTime.Read((string)value);

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            if (parameter is SqlParameter server)
            {
                // The columns' own type: a finer one would be compared after converting the column, past its index.
                server.SqlDbType = SqlDbType.DateTimeOffset;
                server.Scale = 3;
            }

            parameter.Value = parameter is SqliteParameter ? SqlTime.Write(value) : SqlTime.Cut(value);
        }
    }

    internal sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        private const string Format = "yyyy-MM-dd";

        public override DateOnly Parse(object value) => value switch
        {
            DateOnly date => date,
            DateTime date => DateOnly.FromDateTime(date),
            _ => DateOnly.ParseExact((string)value, Format, CultureInfo.InvariantCulture),
        };

        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            if (parameter is SqlParameter server)
            {
                // Left alone it would be a datetime, which begins in 1753.
                server.SqlDbType = SqlDbType.Date;
            }

            parameter.Value = parameter is SqliteParameter ? value.ToString(Format, CultureInfo.InvariantCulture) : value.ToDateTime(TimeOnly.MinValue);
        }
    }
}
