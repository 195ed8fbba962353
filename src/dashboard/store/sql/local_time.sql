set global TimeZone = 'Asia/Ho_Chi_Minh';
